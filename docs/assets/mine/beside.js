/* Beside the words of an agreement, what readers chose as theirs: the local agreement's answers and what cites the place, in a few
   lines at the head of the page and one at each place. On the page of an item: which of the texts is theirs.
   Needs: element, mineLook, root. Gives: nothing. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element } = own;
  const { link, chosen, rows } = own.mineLook;
  const FIRST = 4; /* places that the head of a page names */
  const SHORT = 50; /* characters of their words */

  const page = () => decodeURIComponent(location.href.split(/[?#]/)[0].slice(own.root().length)).replace(/index\.html$/, "");
  const agreement = () => (document.querySelector("meta[name=agreement]") || { content: "" }).content;

  /* A place, its words shown when it is pointed at or tapped as those of every reference are. */
  const named = ({ cited, words, url }) => {
    const made = link(cited, url, "ref");
    made.title = `${cited}: ${words}`;
    return made;
  };

  /* What answers is told by its first words too. */
  const told = (row) => {
    if (!row.answers) return named(row);
    const both = element("span");
    both.append(named(row), " ", row.words.length > SHORT ? row.words.slice(0, SHORT).replace(/\s\S*$/, "") + "…" : row.words);
    return both;
  };

  const between = (parts, sign) => parts.flatMap((part, at) => (at ? [sign, part] : [part]));

  /* At the head: what is whose, and where. */
  const headLine = (called, name, found) => {
    const line = element("p");
    const different = [...new Map(found.map((row) => [row.url, row])).values()];
    line.append(element("b", "", say`Your ${called}`), " ", name);
    if (different.length) line.append(": ", ...between(different.slice(0, FIRST).map(told), ", "));
    const left = different.length - FIRST;
    if (left > 0) line.append(say` and ${left} more below`);
    return line;
  };

  const head = (lines) => {
    const box = element("aside", "mine-head");
    box.setAttribute("aria-label", say`Yours`);
    box.setAttribute("data-search-exclude", "");
    box.append(...lines);
    const above = document.querySelector("article .tools") || document.querySelector("article .status") || document.querySelector("article h1");
    above.after(box);
  };

  /* At each place: one line for all that belongs there. */
  const lines = (found) => {
    const places = new Map();
    const root = JSON.parse(document.querySelector("meta[name=citations]").content).root;
    for (const { short, row } of found) {
      const at = row.anchor && row.anchor !== root && document.getElementById(row.anchor);
      if (at) places.set(at, [...(places.get(at) || []), { short, row }]);
    }
    for (const [at, all] of places) {
      const line = element("p", "mine-line");
      line.setAttribute("data-search-exclude", "");
      const shorts = [...new Set(all.map(({ short }) => short))];
      line.append(...between(shorts.map((short) => {
        const part = element("span", "", `${short}: `);
        part.append(...between(all.filter((each) => each.short === short).map(({ row }) => named(row)), ", "));
        return part;
      }), " · "));
      at.after(line);
    }
  };

  const onArticle = async ({ local, unit }) => {
    const here = page();
    const [ofLocal, ofUnit] = [local ? await rows(local.slug, here) : [], []];
    const heads = [];
    const found = ofLocal.map((row) => ({ short: local.name, row }));
    if (local && ofLocal.length) heads.push(headLine(local.called, link(local.name, `${local.slug}/`), ofLocal));
    const edition = unit && unit.editions[agreement()];
    if (edition) {
      const [file, articles] = edition;
      ofUnit.push(...await rows(file, here));
      const others = articles.filter(([, url]) => url !== here);
      if (others.length === articles.length) {
        const name = element("span");
        name.append(...between(articles.map(([title, url]) => link(title, url)), ", "));
        heads.push(headLine(unit.called, name, ofUnit));
        found.push(...ofUnit.map((row) => ({ short: unit.name, row })));
      }
    }
    if (heads.length) head(heads);
    lines(found);
  };

  const onItem = ({ local, unit }) => {
    const heads = [];
    const mine = local && document.getElementById(local.slug);
    if (local) {
      const line = element("p");
      line.append(element("b", "", say`Your ${local.called}`), " ");
      const to = element("a", "", local.name);
      to.href = `#${local.slug}`;
      line.append(...(mine ? [to] : woven`${link(local.name, local.slug + "/")} has no such item`));
      heads.push(line);
    }
    if (mine) mine.classList.add("yours");
    const [edition] = unit ? Object.entries(unit.editions).filter(([slug]) => document.getElementById(slug)) : [];
    if (edition) {
      const line = element("p");
      line.append(element("b", "", say`Your ${unit.called}`), " ", ...between(edition[1][1].map(([title, url]) => link(title, url)), ", "));
      heads.push(line);
    }
    if (heads.length) head(heads);
  };

  chosen().then((mine) => (document.querySelector("meta[name=citations]") ? onArticle(mine) : onItem(mine))).catch(() => {});
})();
