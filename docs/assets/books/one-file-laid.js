/* In the one file of an agreement, where scripts run: a part is laid out when it comes near the screen, the others one after another
   when there is time, because all at once takes a phone seconds. A link ends at its place only when all above that is laid out, so
   it is before any jump. Without this script all is laid out at once.
   Needs: nothing. Gives: layOut. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { classList } = document.body;
  const parts = [...document.querySelectorAll("article.part")];
  const [visit] = performance.getEntriesByType("navigation");
  const idle = window.requestIdleCallback || ((act) => setTimeout(act, 60));

  own.layOut = () => classList.add("laid");

  const jumped = () => {
    if (classList.contains("laid")) return;
    own.layOut();
    document.querySelector(":target")?.scrollIntoView();
  };
  document.addEventListener("click", (event) => { if (/** @type {Element} */ (event.target).closest("a[href^='#']")) own.layOut(); }, true);
  addEventListener("hashchange", jumped);
  if (location.hash[1] || visit?.type !== "navigate") jumped(); /* a page that was read before is scrolled to where it was left */

  const next = () => {
    const part = parts.shift();
    if (!part || classList.contains("laid")) { own.layOut(); return; }
    part.classList.add("laid");
    idle(next);
  };
  addEventListener("load", () => idle(next));
})();
