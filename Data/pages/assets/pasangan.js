// Keys for the page of a pair: one letter presses the button that bears it. They can be switched
// off, and do nothing while somebody types or holds a modifier.
(() => {
  "use strict";
  const form = document.querySelector("[data-pasangan]");
  if (!form) return;
  const kept = "sigap-huruf-mati";
  const line = form.querySelector("[data-huruf-kata]");
  const toggle = form.querySelector("[data-huruf-saklar]");
  let isOn = true;
  try { isOn = localStorage.getItem(kept) === null; } catch { /* nothing is kept */ }
  let isSent = false;

  const show = () => {
    for (const key of form.querySelectorAll("kbd")) key.hidden = !isOn;
    toggle.setAttribute("aria-pressed", String(isOn));
    toggle.textContent = isOn ? toggle.dataset.nyala : toggle.dataset.mati;
  };
  line.hidden = false;
  show();
  toggle.addEventListener("click", () => {
    isOn = !isOn;
    try { isOn ? localStorage.removeItem(kept) : localStorage.setItem(kept, "1"); } catch { /* as above */ }
    show();
  });
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  addEventListener("pageshow", () => { isSent = false; });
  document.addEventListener("keydown", (event) => {
    if (!isOn || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const button = form.querySelector(`[data-huruf="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
})();
