/* A table that is wider than its frame: the frame says at which edge there is more, so that a style can shade it.
   Needs: nothing. Gives: nothing. */
(() => {
  "use strict";
  const frames = [...document.querySelectorAll(".frame")];
  const look = (frame) => frame.classList.toggle("more", frame.scrollWidth - frame.clientWidth - frame.scrollLeft > 2);
  const sized = new ResizeObserver((all) => all.forEach(({ target }) => look(target))); /* also when a fold is opened */
  for (const frame of frames) {
    frame.addEventListener("scroll", () => look(frame), { passive: true });
    sized.observe(frame);
  }
})();
