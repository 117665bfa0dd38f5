/* Tells a reader who is here for the first time, once, what the number of a paragraph is for.
   Needs: nothing. Gives: nothing. */
(() => {
  "use strict";
  const label = document.querySelector("article p > .label");
  if (!label) return;
  try { localStorage.setItem("contract-reference-hint", "seen"); } catch { return; }
  const box = document.createElement("p");
  const close = document.createElement("button");
  box.className = "cr-hint";
  box.setAttribute("role", "status");
  close.type = "button";
  close.textContent = "OK";
  close.addEventListener("click", () => box.remove());
  addEventListener("hashchange", () => box.remove());
  box.append(`Tap a number or letter, such as ${label.textContent}, to copy, cite or print what stands there.`, close);
  document.querySelector("main").append(box);
})();
