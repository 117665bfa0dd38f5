/* How a page is read, as the reader chose on this device: with or without the rows of notes, and how large its text is. A line in
   the page itself makes the choice hold before the page is shown. Who comes first is told once what the number of a paragraph is for.
   Needs: load. Gives: nothing. */
(() => {
  "use strict";
  const KEY = "contract-reference-";
  const SIZES = [1, 1.25, 1.5, 2];
  const facts = document.body.dataset;
  const { style } = document.documentElement;
  const notes = document.querySelector(".cr-notes");
  const size = document.querySelector(".cr-size");
  if (!size) return;

  /* What pages are anyway is not kept. */
  const keep = (name, value) => {
    try {
      if (value) localStorage.setItem(KEY + name, value); else localStorage.removeItem(KEY + name);
    } catch { /* nothing is kept on this device: the choice holds for this page */ }
  };
  const show = () => {
    notes?.setAttribute("aria-pressed", String(!facts.notes));
    size.setAttribute("aria-label", `Text size: ${(parseFloat(style.fontSize) || 125) / 1.25} percent`);
  };
  notes?.addEventListener("click", () => {
    if (facts.notes) delete facts.notes; else facts.notes = "off";
    keep("notes", facts.notes);
    show();
  });
  size.addEventListener("click", () => {
    const next = SIZES[(SIZES.indexOf(parseFloat(style.fontSize) / 125) + 1 || 1) % SIZES.length];
    style.fontSize = next > 1 ? next * 125 + "%" : "";
    keep("size", style.fontSize && next);
    show();
  });
  show();

  addEventListener("DOMContentLoaded", () => { /* when goto.js, which has the loader, has run */
    try {
      if (!localStorage.getItem(KEY + "hint")) window.contractReference.load("assets/page/hint.js").catch(() => {});
    } catch { /* a device that keeps nothing would be told on every page */ }
  });
})();
