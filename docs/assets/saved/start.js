/* On every page, and next to nothing: loads what saving needs only where there is something to save (the page of an
   agreement, the page of what is saved), where something is saved already, and where the site was installed.
   Needs: nothing. Gives: installPrompt, installed, savedRoot. */
(() => {
  "use strict";
  const place = document.querySelector("[data-saving]");
  /* Where nothing can be saved (also a folder that was carried away, or a page at an unknown address), no place is kept for it. */
  if (!location.protocol.startsWith("http") || !window.isSecureContext || !navigator.serviceWorker || !window.caches || !window.crypto?.subtle || !navigator.locks || !document.querySelector("link[data-online]")) {
    if (place?.dataset.saving) place.remove();
    document.getElementById("cannot-save")?.classList.add("known");
    return;
  }
  const installed = matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
  if (!installed && !navigator.serviceWorker.controller && !place) return;
  const { base } = JSON.parse(document.getElementById("__config").textContent);
  const own = (window.contractReference ||= {});
  own.installed = installed;
  own.savedRoot = new URL(base.replace(/\/?$/, "/"), location.href).href;
  const listing = place && place.dataset.saving === "";   // the page of what is saved
  if (listing) {
    addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      own.installPrompt = event;
      dispatchEvent(new Event("contract-reference:installable"));
    });
  }
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = own.savedRoot + "assets/saved/saved.css";
  document.head.append(style);
  for (const name of ["saved/store", "saved/words", ...(listing ? ["saved/page"] : []), "saved/saved"]) {
    const script = document.createElement("script");
    script.src = own.savedRoot + "assets/" + name + ".js";
    script.async = false;   // in this order
    document.head.append(script);
  }
})();
