// Answers of an RW, keyed in at the kelurahan or tapped on a phone: each is sent by itself, again and
// again until it is kept. Without this script the same forms save with a button.
(() => {
  "use strict";
  const form = document.querySelector("[data-ketik],[data-ketuk]");
  if (!form) return;
  const line = form.querySelector("[data-kata]");
  const title = document.querySelector("[data-judul]");
  const waiting = [];
  let isSending = false;

  const key = () => Array.from(crypto.getRandomValues(new Uint8Array(12)),
    (byte) => byte.toString(16).padStart(2, "0")).join("");
  const say = (pattern, value) => pattern.replace("#", value);

  const kept = (answer) => {
    line.textContent = say(form.dataset.tersimpan, answer.jam);
    title.textContent = answer.dijawab === answer.dari
      ? form.dataset.judulAkhir : say(form.dataset.judulIsi, answer.dijawab);
  };

  const send = async () => {
    if (isSending) return;
    isSending = true;
    while (waiting.length) {
      let response;
      try {
        response = await fetch(form.action, {
          method: "POST", body: waiting[0], headers: { Accept: "application/json" },
        });
      } catch { /* no line; tried again below */ }
      if (!response || response.status >= 500) {
        line.textContent = say(form.dataset.belum, waiting.length);
        setTimeout(send, 4000);
        break;
      }
      const isKept = response.ok && response.headers.get("Content-Type")?.includes("json");
      // The session or the link has ended: the page says so itself.
      if (!isKept) { waiting.length = 0; location.reload(); break; }
      waiting.shift();
      kept(await response.json());
    }
    isSending = false;
  };

  const add = (name, value) => {
    waiting.push(new URLSearchParams({
      csrf: form.elements.csrf.value, kunci: key(), [name]: value,
    }));
    send();
  };

  addEventListener("online", send);
  addEventListener("beforeunload", (event) => { if (waiting.length) event.preventDefault(); });

  if (form.matches("[data-ketuk]")) {
    form.addEventListener("submit", (event) => {
      const button = event.submitter;
      if (!button || button.name !== "j") return;
      event.preventDefault();
      for (const other of button.parentElement.querySelectorAll("button")) {
        other.setAttribute("aria-pressed", String(other === button));
      }
      add("j", button.value);
    });
    return;
  }

  form.querySelector("[data-petunjuk]").hidden = false;
  form.addEventListener("change", (event) => {
    if (event.target.type === "radio") add(event.target.name, event.target.value);
  });
  // Digits work while the cursor is in a row, and nowhere else.
  form.querySelector("tbody").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const row = event.target.closest("tr");
    const move = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    const choice = row.querySelectorAll("input")["123".indexOf(event.key)];
    if (!move && !choice) return;
    event.preventDefault();
    if (choice && !choice.checked) {
      choice.checked = true;
      add(choice.name, choice.value);
    }
    const next = row[move || "nextElementSibling"];
    (next?.querySelector("input:checked,input") || form.querySelector(".bilah-simpan button")).focus();
  });
})();
