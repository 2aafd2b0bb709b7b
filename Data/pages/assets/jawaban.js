// Keys for the list of questions: the page works without them.
(() => {
  const rows = [...document.querySelectorAll(".jawaban tbody tr")];
  const hint = document.getElementById("pintasan");
  const box = document.getElementById("pakai-pintasan");
  if (!rows.length || !hint || !box) return;
  const kept = (store, name) => { try { return store.getItem(name); } catch { return null; } };
  const keep = (store, name, value) => { try { store.setItem(name, value); } catch { /* private */ } };
  hint.hidden = false;
  box.checked = kept(localStorage, "jawaban-pintasan") !== "0";
  box.addEventListener("change", () => keep(localStorage, "jawaban-pintasan", box.checked ? "1" : "0"));
  let at = 0;
  const go = (place, focus) => {
    rows[at].classList.remove("kini");
    at = Math.max(0, Math.min(rows.length - 1, place));
    rows[at].classList.add("kini");
    if (focus) {
      rows[at].querySelector("input[type=radio], .jawab button").focus({ preventScroll: true });
      rows[at].scrollIntoView({ block: "nearest" });
    }
  };
  rows.forEach((row, place) => row.addEventListener("focusin", () => go(place, false)));
  document.querySelectorAll(".jawab").forEach((form) => form.addEventListener("submit", () => {
    keep(sessionStorage, "jawaban-baris", String(rows.indexOf(form.closest("tr"))));
  }));
  const last = kept(sessionStorage, "jawaban-baris");
  go(Number(last) || 0, last !== null);
  keep(sessionStorage, "jawaban-baris", String(at));
  const words = { y: "ya", t: "tidak", x: "tidak-tahu" };
  document.addEventListener("keydown", (event) => {
    if (!box.checked || event.ctrlKey || event.altKey || event.metaKey) return;
    const field = event.target.closest("input, select, textarea");
    if (field && field.type !== "radio") return;
    const key = event.key.toLowerCase();
    if (key === "j") go(at + 1, true);
    else if (key === "k") go(at - 1, true);
    else if (key === "z") document.querySelector("#batalkan button")?.click();
    else if (/^[1-9]$/.test(key)) rows[at].querySelectorAll("input[type=radio]")[key - 1]?.click();
    else if (words[key]) rows[at].querySelector(`button[value=${words[key]}]`).click();
    else return;
    event.preventDefault();
  });
})();
