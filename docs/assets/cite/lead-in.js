/* A linked provision is not read out of context: above it stand links to the provisions that it is part of, with their
   headings and the words that lead in to it.
   Needs: element, passages. Gives: leadIn. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element } = own;
  const LONGEST = 300; /* characters of lead-in words that are shown whole */
  let shown = null;

  /* Long words by their beginning and their end, which is what leads in. */
  const shortened = (words) => {
    if (words.length <= LONGEST) return words;
    return words.slice(0, LONGEST / 2).replace(/\s\S*$/, "") + " … " + words.slice(-LONGEST / 2).replace(/^\S*\s/, "");
  };

  /* The first of what stands close together: marks of pages and labels without words belong to what follows them. */
  const start = (target) => {
    let first = target;
    while (first.previousElementSibling && first.previousElementSibling.matches(".mark-line, .empty")) first = first.previousElementSibling;
    return first;
  };

  /* Where the provision stood on the screen, the box stands now: the page only scrolls if it must. */
  const insert = (box, before) => {
    const root = document.documentElement;
    root.style.overflowAnchor = "none";
    before.before(box);
    const clear = parseFloat(getComputedStyle(box).scrollMarginTop);
    if (Math.abs(box.getBoundingClientRect().top - clear) > clear / 2) box.scrollIntoView({ block: "start", behavior: "instant" });
    requestAnimationFrame(() => { root.style.overflowAnchor = ""; });
  };

  const show = (anchor) => {
    if (shown) shown.remove();
    shown = null;
    const page = own.passages.read(document, location.href);
    const target = document.getElementById(anchor);
    if (!page || !target || !page.cites(anchor)) return;
    const leads = page.leads(anchor);
    const [part, ...rest] = leads;
    if (!part || (!rest.length && !part.opens)) return; /* the title of the page says it all */
    const box = element("nav", "lead-in");
    box.setAttribute("aria-label", say`What this is part of`);
    box.setAttribute("data-search-exclude", "");
    const list = element("ol");
    for (const lead of leads) {
      const entry = element("li");
      const link = element("a", "", lead.label || lead.words);
      link.href = "#" + lead.anchor;
      link.title = lead.cited;
      entry.append(link);
      if (lead.label && lead.words) entry.append(" ", element("span", "", shortened(lead.words)));
      if (lead.opens) entry.append(element("span", "opens", shortened(lead.opens)));
      list.append(entry);
    }
    box.append(list);
    insert(box, start(target));
    shown = box;
  };

  own.leadIn = { show };
})();
