/* How a page is read, as the reader chose on this device: with or without the rows of notes, and how large its text is. A line in
   the page itself makes the choice hold before the page is shown. Who comes first is told once what the number of a paragraph is for.
   Needs: nothing. Gives: nothing. */
(() => {
  "use strict";
  const KEY = "contract-reference-";
  const SIZES = [1, 1.25, 1.5, 2];
  /* Over the page and not in it, so that nothing moves. Not in the sheet, which all readers load. */
  const OVER = "position: fixed; z-index: 3; left: .6rem; bottom: .6rem; display: flex; gap: .6rem; align-items: center; max-width: min(24rem, 94vw); margin: 0;"
    + "padding: .3rem .3rem .3rem .8rem; border-radius: .2rem; font: .66rem/1.4 var(--sans); color: var(--bg); background: var(--fg)";
  const BUTTON = "flex: none; padding: 0 .4rem; min-width: 2.2rem; min-height: 2.2rem; border: 1px solid; border-radius: .2rem; color: inherit; cursor: pointer";
  const facts = document.body.dataset;
  const { style } = document.documentElement;
  const notes = document.querySelector(".cr-notes");
  const size = document.querySelector(".cr-size");

  /* Says whether it is kept; what pages are anyway is not. */
  const keep = (name, value) => {
    try {
      if (value) localStorage.setItem(KEY + name, value); else localStorage.removeItem(KEY + name);
      return true;
    } catch { return false; /* the choice holds for this page */ }
  };
  const show = () => {
    notes?.setAttribute("aria-pressed", String(!facts.notes));
    const percent = (parseFloat(style.fontSize) || 125) / 1.25;
    size.setAttribute("aria-label", say`Text size: ${percent} percent`);
  };
  notes?.addEventListener("click", () => {
    if (facts.notes) delete facts.notes; else facts.notes = "off";
    keep("notes", facts.notes);
    show();
  });
  size.addEventListener("click", () => {
    const next = SIZES[(SIZES.indexOf((parseFloat(style.fontSize) || 125) / 125) + 1) % SIZES.length];
    style.fontSize = next > 1 ? next * 125 + "%" : "";
    keep("size", style.fontSize && String(next));
    show();
  });
  show();

  const label = document.querySelector("article p:not(figcaption *) > .label"); // of a provision, not of a table
  let told = "seen";
  try { told = localStorage.getItem(KEY + "hint"); } catch { /* a device that keeps nothing would be told on every page */ }
  if (told || !label || !keep("hint", "seen")) return;
  const box = document.createElement("p");
  const close = document.createElement("button");
  const gone = () => box.remove();
  box.className = "cr-hint";
  box.style.cssText = OVER;
  close.style.cssText = BUTTON;
  box.setAttribute("role", "status");
  close.type = "button";
  close.textContent = say`OK`;
  close.addEventListener("click", gone);
  addEventListener("hashchange", gone);
  box.append(say`Tap a number or letter, such as ${label.textContent}, to copy, cite or print what stands there.`, close);
  document.querySelector("main").append(box);
})();
