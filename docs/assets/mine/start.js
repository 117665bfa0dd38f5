/* What readers chose as theirs: the agreement of their own workplace, the articles of their own trade. It is kept on this device and
   nowhere else, and forgotten when they say so. Pages on which it shows something load what shows it; all others pay these few lines.
   Needs: load. Gives: mine. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const KEY = "contract-reference-mine";

  const kept = () => {
    try { return JSON.parse(localStorage.getItem(KEY)) || {}; } catch { return {}; }
  };
  /* Keeps what is chosen; nothing at all is kept of nothing. Says whether this browser keeps it. */
  const keep = (chosen) => {
    try {
      if (chosen.local || chosen.unit) localStorage.setItem(KEY, JSON.stringify(chosen));
      else localStorage.removeItem(KEY);
      return true;
    } catch { return false; }
  };
  own.mine = { kept, keep };

  const start = () => {
    const { local, unit } = kept();
    const place = document.querySelector("[data-mine]");
    const shows = document.querySelector("meta[name=citations], .row.item");
    if (place) own.load("assets/mine/look.js").then(() => own.load("assets/mine/choose.js")).catch(() => {});
    else if (shows && (local || unit)) own.load("assets/mine/look.js").then(() => own.load("assets/mine/beside.js")).catch(() => {});
  };
  addEventListener("DOMContentLoaded", start); /* when goto.js, which has the loader, has run */
})();
