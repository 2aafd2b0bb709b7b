// Lists of proposals: live progress, moving with the keyboard, saving a row without leaving the page.
(() => {
  const live = document.querySelector("[data-kemajuan]");
  if (live && window.EventSource) {
    const events = new EventSource(live.dataset.kemajuan);
    const bar = live.querySelector("progress"), word = live.querySelector("[data-kata]");
    events.onmessage = (event) => {
      const now = JSON.parse(event.data);
      bar.value = now.done;
      word.textContent = now.text;
      if (now.over) { events.close(); location.reload(); }
    };
  } else if (live) setTimeout(() => location.reload(), 4000);

  const rows = [...document.querySelectorAll(".baris-isian")];
  const fields = (form) => [...form.querySelectorAll("input:not([type=hidden])")];
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest && event.target.closest(".baris-isian");
    if (!form || event.target.tagName !== "INPUT") return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const next = rows[rows.indexOf(form) + step];
    const field = next && (fields(next).find((f) => f.name === event.target.name) || fields(next)[0]);
    if (field) { event.preventDefault(); field.focus(); field.select(); }
  });
})();
