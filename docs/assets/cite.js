/* Citing: a tap on the label of a provision, or on the ¶ of a paragraph without one, opens what can be copied and shared.
   What that needs is loaded when it is first asked for. Without this script every label is a plain link to its own address. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  if (!window.HTMLDialogElement) return; /* an old browser keeps the plain links */
  const base = JSON.parse(document.getElementById("__config").textContent).base;
  const loaded = new Map();

  /* Loads a script of the assets folder once; a script element works for pages opened as files, too. */
  const load = (name) => {
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = base + "/assets/" + name;
        script.async = false; /* run in the order asked for */
        script.addEventListener("load", done);
        script.addEventListener("error", () => { loaded.delete(name); failed(new Error(name)); });
        document.head.append(script);
      }));
    }
    return loaded.get(name);
  };
  own.load = (...names) => Promise.all(names.map(load));

  const COUNTED = /(?:^|\.)p\d+$/;
  const unlabelled = [...document.querySelectorAll("article > [id]")].filter((each) =>
    (each.tagName === "P" && COUNTED.test(each.id)) || (each.tagName === "H1" && !each.querySelector(".label")));
  for (const each of unlabelled) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cite-open";
    button.setAttribute("aria-label", each.tagName === "H1" ? "Cite or share this page" : "Cite or share this paragraph");
    button.setAttribute("aria-haspopup", "dialog");
    each.append(each.tagName === "H1" ? " " : "\u00a0", button);
  }

  /* On arrival at a provision: what leads in to it is shown above it. Not if the reader was there already. */
  let asked = false;
  const arrived = () => {
    const anchor = decodeURIComponent(location.hash.slice(1));
    if (!asked && anchor) own.load("passages.js", "lead-in.js").then(() => own.leadIn.show(anchor), () => {});
    asked = false;
  };
  addEventListener("hashchange", arrived);
  arrived();

  const opened = (link, anchor) => {
    asked = location.hash !== "#" + anchor;
    location.hash = anchor; /* the address of the page is then that of the provision, and the provision is marked */
    own.load("clipboard.js", "passages.js", "quotations.js", "cite-menu.js").then(() => own.citeMenu.open(anchor, link), () => {});
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const label = event.target.closest("article [id] .label[href^='#']");
    const button = event.target.closest(".cite-open");
    if (!label && !button) return;
    event.preventDefault();
    opened(label || button, label ? decodeURIComponent(label.hash.slice(1)) : button.parentElement.id);
  });
})();
