/* An address whose anchor is not on the page: where it is beyond doubt what was meant, the page goes there; if not, a line at its
   head says what is not there and offers what may be meant. `contractReference.missed()` is called by goto.js, which saw it.
   Needs: anchors, answers, decoded, element, goTo, load, root, straight. Gives: missed. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element } = own;
  const { elements, href } = own.answers;
  const { cleaned, same, nearest } = own.anchors;
  let box = null;

  const named = (name) => (document.querySelector(`meta[name=${name}]`) || { content: "" }).content;
  const places = () => [...document.querySelectorAll("article [id]")].map((each) => each.id);
  const page = () => own.decoded(location.href.split(/[?#]/)[0].slice(own.root().length)).replace(/index\.html$/, "");

  const clear = () => {
    if (box) box.remove();
    box = null;
  };

  /* A region that speaks has to be there before its words are. */
  const show = (result) => {
    clear();
    box = element("div", "goto-answer missed");
    box.setAttribute("role", "status");
    box.setAttribute("data-search-exclude", "");
    own.load("assets/goto/goto.css").catch(() => {});
    (document.querySelector("article") || document.body).prepend(box);
    setTimeout(() => {
      box.append(...elements(result));
      box.scrollIntoView({ block: "center", behavior: "instant" });
    });
  };

  /* What the resolver says: of a page of an agreement by its whole address, of the first page by the anchor alone. */
  const asked = (text) => {
    const agreement = named("agreement");
    if (!agreement && page()) return null;
    return own.goTo(`${page()}#${text}`, { agreement });
  };

  /* Whether this page may be left for another: only one that is no text itself, within its agreement. */
  const mayLeave = (place) => {
    const agreement = named("agreement");
    return !named("citations") && (!agreement || place.url.startsWith(`${agreement}/`));
  };

  const unknown = (anchor) => {
    const near = nearest(anchor, places());
    const offers = near ? [{ url: `${page()}#${near}`, citation: near, opening: "", agreement: "", status: "", exact: false }] : [];
    return { offers, missing: say`There is no “${anchor}” on this page.` };
  };

  /* Whether the anchor belongs to an address that this page only answers for: one that is unknown, or is not saved. */
  const isOfAnother = () => Boolean(document.querySelector("form.goto[data-asks]"))
    || (Boolean(document.querySelector('[data-saving=""]')) && new URLSearchParams(location.search).has("missing"));

  own.missed = async () => {
    const hash = location.hash;
    const text = own.decoded(hash.slice(1));
    const { anchor, rest } = cleaned(text);
    if (!anchor || text === "top" || isOfAnother()) return;
    const here = rest ? [] : same(anchor, places());
    if (here.length === 1) return location.replace(`#${here[0]}`);
    const result = await asked(anchor + rest);
    if (location.hash !== hash) return;
    const place = result && own.straight(result);
    const [path, found] = place ? place.url.split("#") : [];
    if (place && path === page() && document.getElementById(found)) location.replace(`#${found}`);
    else if (place && path !== page() && mayLeave(place)) location.replace(href(place.url));
    else show(result && result.offers.length ? result : unknown(anchor));
  };

  addEventListener("hashchange", () => { if (document.querySelector(":target")) clear(); });
})();
