/* Comparisons. On an article: the row at the top of the screen stays there when the view changes, every row has a button
   that copies its address, and a link to a row ends below the bar of views, however high that is. On the home of a comparison:
   the lists of changes can be filtered. Without this script the views work too, and every list is there.
   Needs: clipboard, decoded, element, permanent. Gives: nothing. */
(() => {
  "use strict";
  const { element } = window.contractReference;

  /* The article ------------------------------------------------------------------------------------------------------ */

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
    hold();
  };

  /* What the address names on this page. */
  const aimed = () => location.hash ? document.getElementById(window.contractReference.decoded(location.hash.slice(1))) : null;

  /* The bar of views covers what stands below it, and is as high as its words need: links to rows leave room for it. */
  const makeRoom = (views) => {
    const measure = () => views.parentElement.style.setProperty("--bar", `${views.offsetHeight}px`);
    new ResizeObserver(measure).observe(views);
    measure();
    aimed()?.scrollIntoView();
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

  /* The home of a comparison ----------------------------------------------------------------------------------------- */

  const choice = (form, name, label, all, options) => {
    const field = element("label", "", label);
    const select = element("select");
    select.name = name;
    select.append(new Option(all, ""), ...options.map(([text, value]) => new Option(text, value)));
    field.append(select);
    form.append(field);
    return select;
  };

  const totals = document.querySelector(".totals");
  const number = (count) => (totals.dataset.noun === "change"
    ? plural(count)`${count} change|${count} changes` : plural(count)`${count} difference|${count} differences`);

  const filters = (lists) => {
    const form = element("form", "filter");
    form.setAttribute("aria-label", say`Filter the list`);
    const kinds = [...totals.querySelectorAll("li")].filter((each) => each.className !== "unchanged");
    const article = choice(form, "article", say`Article`, say`All articles`,
      lists.map((list) => [list.querySelector("summary").firstChild.textContent.replace(/:\s*$/, ""), list.id]));
    const kind = choice(form, "kind", say`Kind of change`, say`All kinds`,
      kinds.map((each) => [each.querySelector("span").textContent, each.className]));
    const all = element("button", "", say`Show all`);
    all.type = "reset";
    const count = element("p");
    count.setAttribute("role", "status");
    form.append(all, count);
    lists[0].before(form);

    const apply = () => {
      const active = Boolean(article.value || kind.value);
      let total = 0;
      for (const list of lists) {
        const entries = [...list.querySelectorAll("li")];
        for (const each of entries) each.hidden = Boolean(kind.value) && each.querySelector("a").className !== kind.value;
        const left = entries.filter((each) => !each.hidden).length;
        list.hidden = Boolean(article.value && article.value !== list.id) || left === 0;
        list.open = active && !list.hidden;
        list.querySelector("summary span").textContent = number(left);
        total += list.hidden ? 0 : left;
      }
      count.textContent = active ? say`${number(total)} shown` : number(total);
    };

    const remember = () => {
      const chosen = [["article", article.value], ["kind", kind.value]].filter(([, value]) => value);
      try {
        history.replaceState(null, "", chosen.length ? "?" + new URLSearchParams(chosen) : location.pathname);
      } catch { /* a page opened as a file cannot change its address */ }
    };

    const asked = new URLSearchParams(location.search);
    article.value = asked.get("article") || "";
    kind.value = asked.get("kind") || "";
    if (article.selectedIndex < 0) article.value = "";
    if (kind.selectedIndex < 0) kind.value = "";
    form.addEventListener("change", () => { apply(); remember(); });
    form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
  };

  /* The kinds of changes of each article as a bar; the numbers beside it say all that it shows. */
  const drawn = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const bars = (lines) => {
    const kinds = new Map([...totals.querySelectorAll("li")].map((each) => [each.querySelector("span").textContent, each.className]));
    const counted = lines.map((line) => [...line.querySelectorAll("span > span")].map((each) => {
      const [name, count] = each.textContent.split(/ (?=\d+$)/);
      return { kind: kinds.get(name), count: Number(count) };
    }));
    const sum = (parts) => parts.reduce((all, { count }) => all + count, 0);
    const most = Math.max(1, ...counted.map(sum));
    counted.forEach((parts, at) => {
      const bar = drawn("svg", { class: "bar", viewBox: `0 0 ${most} 1`, preserveAspectRatio: "none", "aria-hidden": "true" });
      parts.forEach(({ kind, count }, place) => bar.append(drawn("rect", { class: kind, x: sum(parts.slice(0, place)), width: count, height: 1 })));
      lines[at].append(bar);
    });
  };

  const lines = [...document.querySelectorAll(".by-article li")];
  if (totals && lines.length) bars(lines);
  const lists = [...document.querySelectorAll("details.changes")];
  if (lists.length) filters(lists);
})();
