/* Results of search as elements of a page: offers of a citation, groups of provisions. Words of an agreement are only ever text.
   Needs: address, element, root. Gives: searchResults. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element } = own;

  const address = (url) => (own.address ? own.address(url) : own.root() + url);

  const marked = (pieces) => pieces.map(({ text, hit }) => {
    if (!hit) return text;
    const [, before, word] = text.match(/^(\s*)([\s\S]*)$/);
    const made = document.createDocumentFragment();
    made.append(before, element("mark", "", word));
    return made;
  });

  const link = (url, ...inside) => {
    const made = element("a", "", ...inside);
    made.href = address(url);
    made.dataset.url = url;
    return made;
  };

  const badge = ({ status, standing = status }) => element("span", `badge ${standing.replace(/^status /, "").replace(/ /g, "-")}`, status);

  const provision = ({ url, citation, trail, heading = [], excerpt, note = "", lacking = [] }) => {
    const title = element("span", "cr-hit__title", element("b", "", citation));
    if (heading.length) title.append(" ", element("span", "cr-hit__heading", ...marked(heading)));
    const made = link(url, title);
    if (trail.length) made.append(element("span", "cr-hit__trail", trail.join(" › ")));
    if (excerpt.length) made.append(element("span", "cr-hit__words", ...marked(excerpt)));
    if (note) made.append(element("span", "cr-hit__note", note));
    const words = lacking.map((each) => say`“${each}”`).join(", ");
    if (lacking.length) made.append(element("span", "cr-hit__lacking", say`without ${words}`));
    return element("li", "cr-hit", made);
  };

  const offer = ({ url, citation, opening, agreement, status }) => {
    const made = link(url, element("span", "cr-hit__title", element("b", "", citation)));
    made.append(element("span", "cr-hit__trail", [agreement, status].filter((each) => each).join(" · ")));
    if (opening) made.append(element("span", "cr-hit__words", opening));
    return element("li", "cr-hit", made);
  };

  /* A number with its thousands set apart; what browsers have for this takes them a quarter of a second on a phone. */
  const figures = (number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, say`,`);

  const counted = (count) => plural(count)`${figures(count)} provision|${figures(count)} provisions`;

  /* A group of one agreement's provisions: `total` have all that was asked, `part` most of it; `more` is called when the reader asks for
     more of them. */
  const group = (agreement, { total, part, results }, more) => {
    const head = element("h2", "cr-group__head", element("span", "cr-group__name", agreement.title), " ");
    head.append(badge(agreement), " ", element("span", "cr-group__count", total ? counted(total) : say`none with all words`));
    const made = element("section", "cr-group", head, element("ol", "", ...results.map(provision)));
    made.setAttribute("aria-label", agreement.title);
    if (agreement.language) made.querySelector("ol").lang = agreement.language;
    made.dataset.slug = agreement.slug;
    const rest = total + part - results.length;
    if (rest > 0) {
      const button = element("button", "cr-more", say`More from ${agreement.title} (${figures(rest)})`);
      button.type = "button";
      button.addEventListener("click", more);
      made.append(button);
    }
    return made;
  };

  const told = (count) => (count ? counted(count) : say`none with all words`);

  /* Agreements that were not asked, `shown` of `all` by name, with how many of their provisions have what was typed: just so many if
     `exact`, else at most. `open` is called with the one that is chosen, `longer` where more names are wanted. */
  const others = (shown, all, exact, open, longer) => {
    const made = element("section", "cr-group cr-others", element("h2", "cr-group__head", element("span", "cr-group__name", plural(all)`One more agreement|${figures(all)} more agreements`)));
    made.setAttribute("aria-label", say`More agreements`);
    made.append(element("ul", "", ...shown.map((each) => {
      const button = element("button", "cr-others__name", each.title);
      button.type = "button";
      button.addEventListener("click", () => open(each));
      const count = element("span", "cr-group__count", each.most === null ? "" : exact ? counted(each.most) : say`up to ${counted(each.most)}`);
      count.dataset.named = each.slug;
      return element("li", "", button, " ", badge(each), " ", count);
    })));
    if (shown.length < all) {
      const button = element("button", "cr-more", say`More names`);
      button.type = "button";
      button.addEventListener("click", longer);
      made.append(button);
    }
    return made;
  };

  /* Places that are no provisions found by their words, below a title that says what was typed is taken for. */
  const places = (title, why, found) => {
    const head = element("h2", "cr-group__head", element("span", "cr-group__name", title), " ", element("span", "cr-group__count", why));
    const made = element("section", "cr-group cr-offers", head, element("ol", "", ...found.map(offer)));
    made.setAttribute("aria-label", title);
    return made;
  };

  const offers = ({ offers: found, missing }, most) => {
    const made = places(say`Go to`, say`taken for a citation`, found.slice(0, most));
    if (missing) made.firstChild.after(element("p", "cr-find__note", missing));
    return made;
  };

  own.searchResults = { figures, group, offers, places, others, counted, told, link };
})();
