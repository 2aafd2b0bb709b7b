// The verification queue by keyboard. Without this script its links and forms do the same work.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const say = $("antrean").dataset, news = $("kabar"), chip = $("simpan");
  const rows = [...document.querySelectorAll("tr[data-n]")];
  const queue = "/kerja/antrean", kept = `sigap-antrean-${say.akun}`, mute = "sigap-tombol-mati";
  const steps = { setuju: "approved", tolak: "refused", lapangan: "field" };
  // Decisions not sent yet: number, version, step, answer, reason, key. Never a name.
  let unsent = JSON.parse(localStorage.getItem(kept) || "[]");
  const told = {}, before = {};
  const sent = new Set();
  let row, busy, cut, reason, leaving, then, looked = 0;

  const find = (n) => rows.find((r) => r.dataset.n === n);
  // An answer and the decision that follows it are one to whoever counts.
  const left = () => new Set(unsent.map((item) => item.n || item.k)).size;
  const count = (text, n) => text.replace("{n}", n);
  const save = () => localStorage.setItem(kept, JSON.stringify(unsent));

  function tell(text, buttons = []) {
    const p = document.createElement("p");
    p.className = "catatan";
    p.textContent = text + " ";
    for (const [word, act] of buttons) {
      const button = document.createElement("button");
      button.className = "tombol kedua kecil-tombol";
      button.textContent = word;
      button.onclick = () => { news.replaceChildren(); act(); };
      p.append(button, " ");
    }
    news.replaceChildren(...(text ? [p] : []));
  }

  function show(text) {
    chip.hidden = false;
    chip.textContent = text || (cut ? count(say.belum, left()) : say.proses);
    if (cut === "putus") tell(count(say.putus, left()));
    if (cut === "keluar") {
      tell(count(say.keluar, left()), [[say.lagi, () => { leaving = true; location = queue; }]]);
    }
  }

  function stop(why) { cut = why; busy = false; show(); }

  async function send() {
    if (busy) return;
    busy = true;
    while (unsent.length) {
      const item = unsent[0], undo = item.l === "batal";
      if (!cut) show();
      const form = { csrf: document.querySelector("[name=csrf]").value, kunci: item.k, langkah: item.l };
      if (!undo) form.versi = item.v;
      if (item.j) form.kerja = item.j;
      if (item.a) form.alasan = item.a;
      if (told[item.k]) form.saksi = told[item.k];
      let answer, reply;
      try {
        answer = await fetch(`${queue}/${undo ? "batal" : item.n}`, {
          method: "POST", redirect: "manual", headers: { Accept: "application/json" },
          body: new URLSearchParams(form),
        });
        reply = await answer.json().catch(() => null);
      } catch { return stop("putus"); }
      if (answer.status >= 500 || answer.status === 429) return stop("putus");
      if (!reply) return stop("keluar");
      unsent.shift();
      sent.add(item.n || item.k);
      if (reply.rival) unsent = unsent.filter((other) => other.n !== item.n);
      save();
      take(item, reply);
    }
    busy = false;
    if (cut) { cut = ""; tell(count(say.sambung, sent.size)); }
    sent.clear();
    if (then) { const act = then; then = null; act(); }
    else if (rows.length && !rows.some((r) => r.dataset.s === "open") && !news.textContent) location.reload();
  }

  // What the server keeps is what the row shows.
  function take(item, reply) {
    const done = find(reply.nomor);
    if (done) {
      const more = unsent.filter((other) => other.n === reply.nomor).length;
      done.dataset.v = $(`p-${reply.nomor}`).value = +reply.versi + more;
      Object.assign(done.dataset, { s: reply.keadaan, k: reply.jawaban });
      done.classList.toggle("selesai", reply.keadaan !== "open");
      const badge = done.querySelector(".lencana");
      badge.className = `lencana l-${reply.rupa}`;
      badge.querySelector("path").setAttribute("d", reply.tanda);
      badge.lastChild.data = reply.hasil;
      done.querySelector("[data-t=kerja]").textContent = reply.kerja;
      if (item.l === "batal") go(done);
    }
    for (const id of ["menunggu", "selesai", "laju"]) $(id).textContent = reply[id];
    show(reply.tersimpan);
    if (reply.rival) {
      tell(reply.pesan, [
        [reply.pakai, () => {}],
        [reply.ganti, () => (item.l === "jawab" ? mine(done, item.j) : put({ ...item, v: reply.versi, k: key() }, done))],
      ]);
    } else if (reply.pesan) tell(reply.pesan);
  }

  const key = () => Math.random().toString(36).slice(2, 12) + Date.now().toString(36);

  function put(item, on) {
    const last = unsent[unsent.length - 1];
    if (last && last.n === item.n && last.l === "jawab" && (unsent.length > 1 || !busy)) {
      Object.assign(last, { l: item.l, a: item.a, j: item.j || last.j });
    } else {
      unsent.push(item);
      if (on) {
        before[item.k] = { ...on.dataset };
        on.dataset.v = +item.v + 1;
      }
    }
    if (on && steps[item.l]) {
      on.dataset.s = steps[item.l];
      on.classList.add("selesai");
    }
    save();
    send();
  }

  function decide(step, more = {}) {
    if (!row) return;
    const on = row;
    if (on.dataset.j) more = { j: on.dataset.j, ...more };
    delete on.dataset.j;
    const answer = more.j || { known: "tahu", witnessed: "kata" }[on.dataset.k];
    if (step === "setuju" && !answer) return tell(say.kurang);
    tell("");
    const item = { n: on.dataset.n, v: on.dataset.v, l: step, k: key(), ...more };
    if (more.j) {
      on.dataset.k = { tahu: "known", kata: "witnessed" }[more.j];
      const who = $("saksi");
      if (more.j === "kata" && who && who.value !== who.defaultValue) told[item.k] = who.value;
    }
    put(item, on);
    if (step !== "jawab") go(next(on));
  }

  function next(on) {
    const open = (r) => r.dataset.s === "open";
    return rows.slice(rows.indexOf(on) + 1).find(open) || rows.find(open);
  }

  function undo() {
    const last = unsent[unsent.length - 1];
    if (!last || (busy && unsent.length === 1)) return put({ n: "", l: "batal", k: key() });
    unsent.pop();
    save();
    const on = find(last.n);
    if (on && before[last.k]) {
      Object.assign(on.dataset, before[last.k]);
      on.classList.toggle("selesai", on.dataset.s !== "open");
      go(on);
    }
    show();
  }

  function go(to) {
    if (!to) return;
    if (row) row.classList.remove("kini");
    row = to;
    row.classList.add("kini");
    row.querySelector("a").focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    card();
  }

  async function card() {
    const old = $("kartu"), mine = ++looked, link = row.querySelector("a");
    if (!old || !old.offsetParent || old.dataset.kartu === row.dataset.n) return;
    try {
      const page = await (await fetch(link.href)).text();
      const found = new DOMParser().parseFromString(page, "text/html").getElementById("kartu");
      if (mine === looked && found) $("kartu").replaceWith(found);
    } catch {
      const plain = document.createElement("h2");
      plain.textContent = link.textContent;
      if (mine === looked) { old.dataset.kartu = ""; old.replaceChildren(plain, say.tutup); }
    }
  }

  function bulk() {
    const form = $("pilihan");
    if (!rows.some((r) => $(`p-${r.dataset.n}`).checked)) return tell(say.kosong);
    then = () => form.requestSubmit(form.querySelector("[value=setuju]"));
    send();
  }

  function refuse() {
    const options = [...$("alasan-massal").options].slice(1);
    reason = options.map((o) => o.value);
    tell(`${say.alasan} ${options.map((o) => o.text).join(" · ")}`);
  }

  // Of a row that is decided, the answer goes with the next decision.
  const mine = (on, j) => {
    go(on);
    Object.assign(on.dataset, { j, k: { tahu: "known", kata: "witnessed" }[j] });
  };
  const answer = (j) => {
    const radio = $(`k-${j}`);
    if (radio) radio.checked = true;
    if (["open", "field"].includes(row.dataset.s)) decide("jawab", { j });
    else mine(row, j);
  };
  const keys = {
    j: () => go(rows[rows.indexOf(row) + 1]), k: () => go(rows[rows.indexOf(row) - 1]),
    y: () => answer("tahu"), r: () => answer("kata"), b: () => decide("lapangan"),
    s: () => decide("setuju"), l: () => decide("lapangan"), t: refuse, z: undo, S: bulk,
    a: () => document.querySelector("#kartu a[href$='/alasan']")?.click(),
    "/": () => $("cari").focus(), "?": () => document.querySelector("a[href$='/tombol']").click(),
    " ": () => $(`p-${row.dataset.n}`).click(),
  };
  keys.ArrowDown = keys.j;
  keys.ArrowUp = keys.k;

  document.addEventListener("keydown", (event) => {
    const on = event.target, lower = event.key.length === 1 && !event.shiftKey;
    const name = lower ? event.key.toLowerCase() : event.key;
    if (event.ctrlKey || event.altKey || event.metaKey || localStorage.getItem(mute)) return;
    if (on.matches("select,textarea,input:not([type=checkbox])")) return;
    if (name === " " && on.matches("button,input,summary")) return;
    const choices = reason;
    reason = null;
    if (choices) tell("");
    const act = choices && choices[name - 1]
      ? () => decide("tolak", { a: choices[name - 1] })
      : keys[name];
    if (!act || (!row && name.length === 1 && !"/?z".includes(name))) return;
    event.preventDefault();
    act();
  });

  // The card's buttons do what the keys do.
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "putus" || !row || $("kartu").dataset.kartu !== row.dataset.n) return;
    event.preventDefault();
    const form = new FormData(event.target), step = event.submitter.value, j = form.get("kerja");
    if (step === "tolak" && !form.get("alasan")) return refuse();
    if (j === "belum" && step !== "tolak") return decide("lapangan");
    if (step === "jawab" && !j) return tell(say.kurang);
    decide(step, { ...(j && j !== "belum" && { j }), ...(step === "tolak" && { a: form.get("alasan") }) });
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("tr[data-n] th a");
    if (!link || !$("kartu")?.offsetParent || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(link.closest("tr"));
  });
  addEventListener("beforeunload", (event) => { if (unsent.length && !leaving) event.preventDefault(); });
  addEventListener("online", send);
  setInterval(() => { if (cut === "putus") send(); }, 5000);

  const boxes = rows.map((r) => $(`p-${r.dataset.n}`)), all = $("semua"), chosen = $("terpilih");
  document.addEventListener("change", (event) => {
    if (event.target !== all && !boxes.includes(event.target)) return;
    if (event.target === all) for (const box of boxes) box.checked = all.checked;
    chosen.hidden = false;
    chosen.textContent = count(chosen.dataset.kata, boxes.filter((box) => box.checked).length);
  });
  if (all) all.hidden = false;

  const lever = $("saklar");
  const name = () => { lever.textContent = localStorage.getItem(mute) ? lever.dataset.nyala : lever.dataset.mati; };
  lever.hidden = false;
  lever.onclick = () => {
    if (localStorage.getItem(mute)) localStorage.removeItem(mute); else localStorage.setItem(mute, "1");
    name();
  };
  name();
  if (unsent.length) { cut = "sisa"; send(); }
  if (rows.length && matchMedia("(min-width:60rem)").matches) go(rows.find((r) => r.dataset.s === "open") || rows[0]);
})();
