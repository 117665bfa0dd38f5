/* Copying, for every button that copies: as text, and as formatted words where the browser can. Says aloud what was copied.
   Needs: nothing. Gives: clipboard. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const LASTS = 4000; /* milliseconds that a message stays */
  const timers = new WeakMap();

  /* The element that may hold what is added: an open dialog makes all other elements inert. */
  const host = () => document.querySelector("dialog[open]") || document.body;

  const selected = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    field.setAttribute("readonly", "");
    field.className = "copying";
    host().append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copy"));
  };

  const written = (text, html) => {
    if (!navigator.clipboard) return Promise.reject(new Error("no clipboard"));
    if (!html || !window.ClipboardItem || !navigator.clipboard.write) return navigator.clipboard.writeText(text);
    const blob = (type, content) => new Blob([content], { type });
    return navigator.clipboard.write([
      new ClipboardItem({ "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) }),
    ]);
  };

  /* Copies text, and html beside it if it is given; fails if the browser lets nobody copy. */
  const copy = (text, html) => written(text, html).catch(() => selected(text));

  /* Shows a message in an element with role=status, and takes it away again. */
  const tell = (element, text, lasts = LASTS) => {
    clearTimeout(timers.get(element));
    element.textContent = text;
    if (lasts < Infinity) timers.set(element, setTimeout(() => { element.textContent = ""; }, lasts));
  };

  /* Copies and says so; if nothing can be copied, says what to copy by hand. */
  const copyAloud = (element, name, text, html) => {
    const what = name.toLowerCase();
    tell(element, ""); /* so that the same message is heard again */
    return copy(text, html).then(
      () => tell(element, say`${name} copied`),
      () => tell(element, say`Copy this ${what}: ${text}`, Infinity));
  };

  own.clipboard = { copy, copyAloud, say: tell };
})();
