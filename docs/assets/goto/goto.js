/* Go to a citation: `contractReference.goTo(text)` tells where a citation leads, as people type it.
   It promises {offers: [{url, citation, opening, agreement, status, exact}], missing, doubt, several}: the best first, `url`
   from the site's root, `exact` false for the nearest level that is there, in `missing` what is not there, `doubt` if not only
   the first may be meant, `several` if more than one was typed. No offers: no citation. `goTo(text, {agreement: slug})` looks in that agreement first; with `straight: true` it stops at the first
   exact answer and leaves the opening words out. This script only loads what does it, when it is first asked, so that a
   page that is only read does not pay for it.
   Needs: findOffers, missed, siteRoot. Gives: decoded, goTo, load, root, straight. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const loads = new Map();

  /* The site's root as an address: the theme says where it is; a page that may stand anywhere (404) sets `siteRoot`. */
  own.root = () => {
    if (own.siteRoot) return own.siteRoot;
    const config = document.getElementById("__config");
    const base = config ? JSON.parse(config.textContent).base : ".";
    return new URL(base.replace(/\/?$/, "/"), location.href.split(/[?#]/)[0]).href;
  };

  /* Load a script of the site once, in the order asked, or data as soon as they are there; works on a page opened from a folder, where
     nothing can be fetched. */
  own.load = (path) => {
    const address = own.root() + path;
    if (!loads.has(address)) {
      loads.set(address, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = address;
        script.async = !path.startsWith("assets/");
        script.onload = done;
        script.onerror = () => { loads.delete(address); script.remove(); failed(new Error(`cannot load ${address}`)); };
        document.head.append(script);
      }));
    }
    return loads.get(address);
  };

  own.goTo = async (text, options = {}) => {
    await own.load("assets/asked/goto.js");
    return own.findOffers(String(text), options);
  };

  /* The one place that a citation names beyond doubt, or null. */
  own.straight = ({ offers: [first], doubt }) => (first && first.exact && !doubt ? first : null);

  /* What an address says in escapes; of broken ones (`%E2%80`) only what is left without them. */
  own.decoded = (text) => { try { return decodeURIComponent(text); } catch { return text.replace(/%\w{0,2}/g, ""); } };

  /* An address that leads to nothing on this page is mended, or answered. */
  const arrived = () => {
    if (location.hash[1] && !document.querySelector(":target")) own.load("assets/asked/missed.js").then(() => own.missed(), () => {});
  };
  addEventListener("load", arrived);
  addEventListener("hashchange", arrived);

  if (document.querySelector("form.goto")) own.load("assets/asked/field.js").catch(() => {});
})();
