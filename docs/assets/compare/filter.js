/* The home of a comparison: the lists of changes can be filtered, and the changes of each article are drawn as a bar. Without
   this script every list is there.
   Needs: element. Gives: nothing. */
(() => {
  "use strict";
  const { element } = window.contractReference;

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
