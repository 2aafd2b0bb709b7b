// Warns before a session ends; gives back what was typed when it ended all the same.
(() => {
const s = sessionStorage, box = document.getElementById('jaga-sesi'), own = 'isian:' + location.pathname
const each = f => Object.keys(s).forEach(k => /^isian:/.test(k) && f(k, JSON.parse(s[k])))
// On the login page what was typed before waits for its own page.
if (!box) return each((k, o) => s[k] = JSON.stringify({ ...o, lost: 1 }))
const { ingat, habis, milik, masuk } = box.dataset, form = box.firstElementChild
const fields = () => [...document.querySelectorAll('main :is(input,select,textarea):not([type=hidden],[type=password],[type=file],[autocomplete=one-time-code])')]
const value = f => /^(check|radio)/.test(f.type) ? 'checked' : 'value'
each((k, { who, lost, all }) => {
  if (who != milik || !lost) return delete s[k]
  if (k != own) return
  fields().forEach((f, i) => i in all && (f[value(f)] = all[i]))
  document.querySelectorAll('details:has(:checked)').forEach(d => d.open = true)
  s[k] = JSON.stringify({ who, all })
  box.nextElementSibling.hidden = false
})
addEventListener('input', () => s[own] = JSON.stringify({ who: milik, all: fields().map(f => f[value(f)]) }))
addEventListener('submit', e => /keluar$/.test(e.target.action) && each(k => delete s[k]))
let since = Date.now()
const leave = () => location = masuk + '?lanjut=' + location.pathname
form.onsubmit = async e => {
  e.preventDefault()
  const r = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
  r.status == 204 ? since = Date.now() : leave()
  box.hidden = true
}
setInterval(() => {
  const idle = (Date.now() - since) / 1e3
  if (idle >= habis) leave()
  else if (idle >= ingat && box.hidden) box.hidden = false, form.lastElementChild.focus()
}, 5e3)
})()
