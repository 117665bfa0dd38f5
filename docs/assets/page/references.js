/* References: pointing at one with the mouse, focusing it or tapping it shows what it leads to, a click of the mouse follows it. What
   shows it is loaded when it is first asked for, so that a page that is only read does not pay for it. Without this script every
   reference is a plain link.
   Needs: load, preview. Gives: nothing. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const WAIT = 350; /* milliseconds that the mouse has to stay on a reference */
  let timer = 0;
  let byTouch = false;
  let wanted = null; /* what is to be shown, unless the reader has gone on before it can be */

  const loaded = () => own.load("assets/asked/preview.js");

  /* Opened from a disk, in a frame of another page: what that page asks for is answered. */
  if (location.protocol === "file:" && parent !== window && window.name.startsWith("preview:")) {
    document.addEventListener("DOMContentLoaded", loaded); /* when goto.js, which has the loader, has run */
    return;
  }

  const show = (link) => {
    wanted = link;
    loaded().then(() => { if (wanted === link) own.preview.show(link); }, () => { if (byTouch && wanted === link) location.assign(link.href); });
  };

  /* The reference that something happens to, or null; a pointer on it asks for what shows it at once. */
  const reference = (event) => {
    const link = event.target.closest?.("a.ref");
    if (link) loaded().catch(() => {});
    return link || null;
  };

  document.addEventListener("pointerdown", (event) => {
    byTouch = event.pointerType === "touch";
    wanted = reference(event);
  }, true);
  document.addEventListener("click", (event) => {
    const link = reference(event);
    if (!link || !byTouch || own.preview?.shows(link) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(link);
  });
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = reference(event);
    clearTimeout(timer);
    wanted = null;
    if (link) timer = setTimeout(show, WAIT, link);
  });
  document.addEventListener("focusin", (event) => {
    const link = reference(event);
    if (link && !byTouch && !own.preview?.returning && link.matches(":focus-visible")) show(link);
    else if (link !== wanted) wanted = null;
  });
})();
