/* Citing: a tap on the label of a provision, or on the ¶ of a paragraph without one, opens what can be copied and shared.
   What that needs is loaded when it is first asked for. Without this script every label is a plain link to its own address.
   Needs: citeMenu, decoded, leadIn, load. Gives: citedAt. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});

  /* The citation at a label of a page: its title, or that of the part's own label and the ending of its anchor, whose last step is
     cited in brackets if it is printed in them. */
  own.citedAt = (label, page) => {
    if (label.title) return label.title;
    const whole = page.querySelector("article h1 > .label");
    if (!whole) return "";
    const id = label.parentElement.id, part = whole.parentElement.id;
    if (!id.startsWith(`${part}.`)) return ""; /* a row of a table has a label of another kind */
    const ending = id.slice(part.length);
    return whole.title + (label.textContent.startsWith("(") ? ending.replace(/\.([^.]*)$/, "($1)") : ending);
  };

  if (!window.HTMLDialogElement || !document.querySelector("meta[name=citations]")) return; /* an old browser keeps the plain links */

  /* Scripts of the assets folder, in this order. */
  const load = (...names) => Promise.all(names.map((name) => own.load(`assets/${name}.js`)));

  const COUNTED = /(?:^|\.)p\d+$/;
  const unlabelled = [...document.querySelectorAll("article > [id]")].filter((each) =>
    (each.tagName === "P" && COUNTED.test(each.id)) || (each.tagName === "H1" && !each.querySelector(".label")));
  for (const each of unlabelled) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cite-open";
    button.setAttribute("aria-label", each.tagName === "H1" ? say`Cite or share this page` : say`Cite or share this paragraph`);
    button.setAttribute("aria-haspopup", "dialog");
    each.append(each.tagName === "H1" ? " " : "\u00a0", button);
  }

  /* What a label is and does is said to those who do not see it; a heading is not read with it, so that its words are heard. */
  const mark = (label) => {
    if (!label.hasAttribute("aria-label")) label.title = own.citedAt(label, document);
    label.setAttribute("aria-haspopup", "dialog");
    if (label.title && label.parentElement.tagName === "P") label.setAttribute("aria-label", say`${label.title}: copy, cite, print`);
  };

  /* A few at a time, whenever nothing else is to be done: nothing that is seen waits for it. */
  const labels = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("article [id] .label[href^='#']"))];
  const markSome = () => {
    labels.splice(0, 25).forEach(mark);
    if (labels.length) (window.requestIdleCallback || setTimeout)(markSome);
  };
  markSome();

  /* On arrival at a provision: what leads in to it is shown above it. Not if the reader was there already. */
  let asked = false;
  const arrived = () => {
    const anchor = own.decoded(location.hash.slice(1));
    if (!asked && anchor) load("cite/passages", "cite/lead-in").then(() => own.leadIn.show(anchor), () => {});
    asked = false;
  };
  addEventListener("hashchange", arrived);
  addEventListener("DOMContentLoaded", arrived); /* when goto.js, which has the loader, has run */

  const opened = (link, anchor) => {
    asked = location.hash !== "#" + anchor;
    location.hash = anchor; /* the address of the page is then that of the provision, and the provision is marked */
    Promise.all([own.load("assets/asked/cite.css"), own.load("assets/asked/cite.js")]).then(() => own.citeMenu.open(anchor, link), () => {});
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const target = /** @type {Element} */ (event.target);
    /** @type {HTMLAnchorElement} */
    const label = target.closest("article [id] .label[href^='#']");
    /** @type {HTMLElement} */
    const button = target.closest(".cite-open");
    if (!label && !button) return;
    event.preventDefault();
    opened(label || button, label ? decodeURIComponent(label.hash.slice(1)) : button.parentElement.id);
  });
})();
