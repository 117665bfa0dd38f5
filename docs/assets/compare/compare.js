/* The article of a comparison: the row at the top of the screen stays there when the view changes, every row has a button that
   copies its address, and a link to a row ends below the bar of views, however high that is. Without this script the views
   work too.
   Needs: clipboard, decoded, element, permanent. Gives: nothing. */
(() => {
  "use strict";
  const { element } = window.contractReference;

  const SLIVER = 24; /* pixels of a row that do not count as being read */

  const keepPlace = (views, rows) => {
    const shown = (row) => row.getClientRects().length > 0;
    const edge = () => views.getBoundingClientRect().bottom;
    let held = null;
    let waiting = false;

    const hold = () => {
      const top = edge();
      const row = rows.find((each) => shown(each) && each.getBoundingClientRect().bottom > top + SLIVER);
      const box = row && row.getBoundingClientRect();
      held = row ? { row, offset: box.top - top, height: box.height } : null;
    };

    const restore = () => {
      if (!held) return;
      const from = rows.indexOf(held.row);
      const row = rows.slice(from).find(shown) || rows.slice(0, from).reverse().find(shown);
      if (!row) return;
      const box = row.getBoundingClientRect();
      const same = row === held.row;
      const offset = held.offset >= 0 ? held.offset : same ? held.offset * Math.min(1, box.height / held.height) : 0;
      scrollBy({ top: box.top - edge() - offset, behavior: "instant" });
      hold();
    };

    const soon = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; hold(); });
    };

    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    views.addEventListener("change", restore);
    views.addEventListener("submit", (event) => event.preventDefault());
    soon(); /* asked at once, where rows stand would have the whole page laid out twice */
  };

  /* What the address names on this page. */
  const aimed = () => location.hash ? document.getElementById(window.contractReference.decoded(location.hash.slice(1))) : null;

  /* The bar of views covers what stands below it, and is as high as its words need: links to rows leave room for it. The sheet
     has its height for words of the usual length; another is set only if it is another, because every element inherits it. */
  const makeRoom = (views) => {
    const around = views.parentElement;
    let arrived = false;
    const measure = () => {
      const high = views.offsetHeight / parseFloat(getComputedStyle(document.documentElement).fontSize);
      const said = parseFloat(getComputedStyle(around).getPropertyValue("--bar"));
      if (Math.abs(high - said) > .06) around.style.setProperty("--bar", `${high}rem`);
      if (!arrived) aimed()?.scrollIntoView();
      arrived = true;
    };
    new ResizeObserver(measure).observe(views); /* which asks when the page is laid out */
  };

  /* Where nothing can be pointed at, a tap tells what an unchanged row says of itself. */
  const tellTapped = (rows) => rows.filter((row) => row.classList.contains("unchanged")).forEach((row) =>
    row.addEventListener("click", () => row.classList.add("told")));

  /* Of an article that a link came for, the places that answer to it are seen at once. */
  const unfold = () => aimed()?.closest(".descent > li")?.querySelectorAll("details").forEach((each) => { each.open = true; });

  /* A link to a row that the view hides shows it. */
  const showTarget = (views) => {
    const target = aimed();
    if (!target || !target.closest(".row") || target.getClientRects().length) return;
    views.elements.view.value = "marked";
    if (views.elements.only) views.elements.only.checked = false;
    target.scrollIntoView();
  };

  const copyButtons = (rows) => {
    const said = element("p", "copied");
    said.setAttribute("role", "status");
    document.body.append(said);
    for (const row of rows) {
      const what = row.querySelector(".what");
      const link = what.querySelector(".self");
      const title = row.querySelector(":scope > h2.title");
      const cites = title ? title.textContent : [...row.querySelectorAll(".cite")].map((each) => each.textContent).join(", ");
      const button = element("button", "copy", say`Copy link`);
      button.type = "button";
      button.setAttribute("aria-label", say`Copy link to the row of ${cites}`);
      button.addEventListener("click", () => {
        const own = window.contractReference;
        own.clipboard.copyAloud(said, say`Link`, own.permanent(document, location.href) + new URL(link.href).hash);
      });
      what.append(button);
    }
  };

  const views = document.querySelector("form.views");
  const rows = [...document.querySelectorAll(".row")];
  if (rows.length) copyButtons(rows);
  if (views) {
    makeRoom(views);
    keepPlace(views, rows);
    tellTapped(rows);
    addEventListener("hashchange", () => showTarget(views));
  }
  addEventListener("hashchange", unfold);
  unfold();
})();
