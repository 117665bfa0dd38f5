/* Opens search: over the page for who taps the glass in the header, presses "/" or types words on the first page; in the page
   on search/ itself. The rest of search is loaded when it is first opened. What was searched is kept with the entry of the browser's
   history, so that "back" from a result returns to the results. Without this script the glass is a link to search/.
   Needs: load, searchPanel. Gives: openSearch. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const PARTS = ["assets/asked/search.css", "assets/asked/search.js", "search/data.js"];
  if (window.name.startsWith("preview:")) return;

  const withAttributes = (name, attributes, ...inside) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  };

  /* The field is there at once, so that typing need not wait for the rest. */
  const shell = (closing) => {
    const field = withAttributes("input", {
      type: "search", name: "q", "aria-label": say`Search the agreements`, placeholder: say`Words or a citation`, autocomplete: "off",
      autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "search",
    });
    const form = withAttributes("form", { role: "search", class: "cr-find__form" }, field);
    if (closing) form.append(withAttributes("button", { type: "button", class: "cr-find__close" }, say`Close`));
    const place = withAttributes("div", { class: "cr-find__place" }, withAttributes("p", { class: "cr-find__status" }, say`Type words, or a citation such as 8.5.G.`));
    const parts = { form, field, place, entered: null };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      parts.entered = field.value; /* what Enter was pressed at, for the rest of search that may be on its way */
    });
    return parts;
  };

  const fill = async (parts, settings) => {
    try {
      await Promise.all(PARTS.map((path) => own.load(path)));
      own.searchPanel(parts, settings);
    } catch {
      parts.place.replaceChildren(withAttributes("p", { role: "alert", class: "cr-find__note" },
        say`Search could not be loaded. Look at your connection, then close search and open it again.`));
    }
  };

  const keep = (search, address) => {
    try {
      history.replaceState({ ...history.state, search }, "", address);
    } catch { /* a page opened as a file cannot change its address */ }
  };

  /* Over the page ------------------------------------------------------------------------------------------------------ */

  let dialog = null;
  let shown = null;

  /* As high as what the phone's keyboard leaves free. */
  const fit = () => {
    const narrow = matchMedia("(max-width: 44rem)").matches;
    if (dialog) dialog.style.height = narrow && window.visualViewport ? `${visualViewport.height}px` : "";
  };
  window.visualViewport?.addEventListener("resize", fit);

  const close = () => { if (dialog?.open) dialog.close(); };

  const open = (state, fresh) => {
    if (dialog?.open) return;
    if (fresh) history.pushState({ ...history.state, search: state }, "");
    dialog?.remove();
    shown = shell(true);
    dialog = withAttributes("dialog", { class: "cr-search", "aria-label": say`Search` }, shown.form, shown.place);
    document.body.append(dialog);
    dialog.addEventListener("click", (event) => { if (event.target === dialog) close(); });
    dialog.addEventListener("close", () => { if (history.state?.search && !dialog.leaving) history.back(); });
    shown.form.querySelector(".cr-find__close").addEventListener("click", close);
    shown.field.value = state.q;
    dialog.showModal();
    shown.field.focus();
    fit();
    fill(shown, { state, keep: (search) => keep(search), leave: () => { dialog.leaving = true; dialog.close(); } });
  };

  /* In the page of search ---------------------------------------------------------------------------------------------- */

  const asked = () => {
    const query = new URLSearchParams(location.search);
    const { more, scroll, at } = history.state?.search || {};
    return { q: query.get("q") || "", agreement: query.get("agreement") || "", kind: query.get("kind") || "", more, scroll, at };
  };

  const address = ({ q, agreement, kind }) => {
    const query = new URLSearchParams(Object.entries({ q, agreement, kind }).filter(([, value]) => value));
    return location.pathname + (query.size ? `?${query}` : "");
  };

  const here = document.getElementById("search-here");
  const start = () => {
    if (!here) return;
    const old = here.querySelector("form");
    const typed = old?.elements.q?.value || "";
    shown = shell(false);
    const state = asked();
    shown.field.value = state.q || typed;
    here.replaceChildren(shown.form, shown.place);
    fill(shown, { state, keep: (search) => keep(search, address(search)), leave: () => {} });
    if (!state.at) shown.field.focus();
  };

  const go = (words) => {
    if (!here) return open({ q: words, agreement: "", kind: "" }, true);
    shown.field.focus();
    if (words) { shown.field.value = words; shown.field.dispatchEvent(new Event("input")); }
  };

  own.openSearch = go;

  /* What opens it ------------------------------------------------------------------------------------------------------ */

  /* Who puts a finger or the pointer on the glass will want it: what it needs is on its way while they tap. */
  const ready = () => PARTS.forEach((path) => { own.load(path).catch(() => {}); });
  for (const kind of ["pointerenter", "pointerdown", "focus"]) {
    document.querySelector("a.cr-search-open")?.addEventListener(kind, ready, { once: true });
  }

  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest?.("a.cr-search-open");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go("");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || dialog?.open) return;
    if (/** @type {Element} */ (event.target).closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    go("");
  });
  addEventListener("popstate", () => {
    if (here) return;
    const state = history.state?.search;
    if (state) open(state, false); else close();
  });
  /* Who comes back to a page finds search over it again; who loads the page anew asked for the page. */
  const again = () => {
    if (here || !history.state?.search) return;
    if (performance.getEntriesByType("navigation")[0]?.type === "reload") keep(undefined);
    else open(history.state.search, false);
  };
  document.addEventListener("DOMContentLoaded", () => {
    start();
    again();
  });
})();
