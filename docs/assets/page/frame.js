/* What the frame of a page does beyond a page without scripts: light or dark as the reader chose, the title in the header and the
   place in the list of sections as they read on, a way back to the top, a menu that closes behind a link, folds opened for who
   comes to them or prints. The choice of light or dark is set before the page is shown, by a line in the page itself.
   Needs: load. Gives: nothing. */
(() => {
  "use strict";
  const KEY = "contract-reference-colors";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const facts = document.body.dataset;
  /** @type {HTMLElement} */
  const button = document.querySelector(".cr-colors");

  /* What is seen, and what the button makes of it: always the other. */
  const device = () => (dark.matches ? "dark" : "light");
  const shown = () => (facts.mdColorMedia === "device" ? device() : facts.mdColorMedia);
  const other = () => (shown() === "dark" ? "light" : "dark");
  const color = () => {
    facts.mdColorScheme = shown() === "dark" ? "slate" : "default";
    button.title = other() === "dark" ? say`Switch to dark colors` : say`Switch to light colors`;
    button.setAttribute("aria-label", button.title);
  };
  /* What the device has is no choice of the reader's: from there on the page follows the device again. */
  const choose = () => {
    const chosen = other();
    facts.mdColorMedia = chosen === device() ? "device" : chosen;
    try {
      if (facts.mdColorMedia === "device") localStorage.removeItem(KEY); else localStorage.setItem(KEY, chosen);
    } catch { /* nothing is kept on this device: the choice holds for this page */ }
    color();
  };
  if (button) {
    if (!["light", "dark"].includes(facts.mdColorMedia)) facts.mdColorMedia = "device";
    color();
    button.hidden = false;
    button.addEventListener("click", choose);
    dark.addEventListener("change", color);
  }

  /** @type {HTMLInputElement} */
  const drawer = document.querySelector("#__drawer");
  document.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest(".md-sidebar--primary a")) drawer.checked = false;
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") drawer.checked = false; });

  /* With or without notes, and how large: what does that is loaded when it is asked for, was before, or is still to be told of. */
  const aids = document.querySelector(".cr-aids");
  if (aids) addEventListener("DOMContentLoaded", () => { /* when goto.js, which has the loader, has run */
    const load = () => window.contractReference.load("assets/page/reading.js").catch(() => {});
    let first = true;
    try { first = !localStorage.getItem("contract-reference-hint"); } catch { first = false; }
    if (first || facts.notes || document.documentElement.style.fontSize) load();
    else aids.addEventListener("click", ({ target }) => load().then(() => /** @type {HTMLElement} */ (target).click()), { once: true });
  });

  /* What paper has above and below every page. A policy that lets no style stand in a page lets a script set it; only for paper,
     because every element of a page inherits it, and its styles would all be computed twice before it is read. */
  /** @type {HTMLMetaElement} */
  const called = document.querySelector("meta[property='og:title']");
  /** @type {HTMLLinkElement} */
  const stands = document.querySelector("link[rel=canonical]");
  const said = (name, words) => { if (words) document.documentElement.style.setProperty(name, JSON.stringify(words)); };
  const head = () => {
    const whole = called?.content;
    said("--running", whole?.endsWith("; " + say`unofficial copy` + ")") ? whole.slice(0, whole.lastIndexOf(" (")) : whole);
    said("--address", stands?.href);
  };
  addEventListener("beforeprint", head);
  matchMedia("print").addEventListener("change", head); /* where a browser prints without telling so before */

  /* A link into what is folded opens it. Paper has no folds, and of what lies beside the words only what the reader opened. */
  const unfold = (place) => { for (let each = place?.closest("details"); each; each = each.parentElement.closest("details")) each.open = true; };
  const arrived = () => unfold(document.querySelector(":target"));
  addEventListener("hashchange", arrived);
  arrived();
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("article details:not([open], .beside, .tools *)")];
    opened.forEach((each) => { each.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((each) => { each.open = false; }));

  /* Where the reader is: the last section whose heading has gone below the header. */
  const title = document.querySelector("article h1");
  const header = document.querySelector(".md-header__title");
  const top = document.querySelector(".cr-top");
  const sections = [...document.querySelectorAll(".cr-toc a")].map((link) =>
    ({ link, place: document.getElementById(decodeURIComponent(/** @type {HTMLAnchorElement} */ (link).hash.slice(1))) })).filter(({ place }) => place);
  let current = null;
  let waiting = false;
  let last = 0;

  /* A list in a frame of its own, scrolled so that one of its lines is seen; the page itself is the reader's. */
  const bring = (line) => {
    let list = line.parentElement;
    while (list.scrollHeight <= list.clientHeight && list !== document.body) list = list.parentElement;
    if (list === document.body) return;
    const [here, frame] = [line.getBoundingClientRect(), list.getBoundingClientRect()];
    if (here.top < frame.top || here.bottom > frame.bottom) list.scrollTop += here.top - frame.top - frame.height / 3;
  };
  const here = document.querySelector(".cr-nav [aria-current]");
  if (here) requestAnimationFrame(() => bring(here));

  /* Where things stand is asked in a frame only, when all scripts have changed what they change: asked between, the page is laid out twice. */
  const follow = () => {
    waiting = false;
    header?.classList.toggle("md-header__title--active", !!title && title.getBoundingClientRect().bottom < 40);
    if (Math.abs(scrollY - last) > 8) { /* on the way up, because reading on needs the whole page */
      top?.toggleAttribute("hidden", scrollY > last || scrollY < innerHeight);
      last = scrollY;
    }
    if (!sections.length || !sections[0].link.checkVisibility?.()) return;
    const past = sections.filter(({ place }) => place.getBoundingClientRect().top < 90).pop();
    if (past?.link === current) return;
    current?.classList.remove("here");
    current = past?.link;
    if (!current) return;
    current.classList.add("here");
    bring(current);
  };
  const soon = () => { if (!waiting) { waiting = true; requestAnimationFrame(follow); } };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  soon();
})();
