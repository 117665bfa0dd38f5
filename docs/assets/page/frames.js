/* A table that is wider than its frame: the frame says at which edge there is more, so that a style can shade it.
   Needs: nothing. Gives: nothing. */
(() => {
  "use strict";
  const frames = [...document.querySelectorAll(".frame")];
  const look = (frame) => frame.classList.toggle("more", frame.scrollWidth - frame.clientWidth - frame.scrollLeft > 2);
  frames.forEach((frame) => frame.addEventListener("scroll", () => look(frame), { passive: true }));
  addEventListener("resize", () => frames.forEach(look));
  frames.forEach(look);
})();
