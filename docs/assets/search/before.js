/* What search shows before anything is typed: what was searched on this device, and subjects that members ask about (of
   the synonyms of families). What was searched stays on the device and can be forgotten.
   Needs: element, searchData. Gives: searchBefore. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element } = own;
  const NAME = "contract-reference searches";
  const MOST = 6;

  const recent = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(NAME) || "[]");
      return Array.isArray(kept) ? kept.filter((each) => typeof each === "string").slice(0, MOST) : [];
    } catch { return []; } /* no storage, or something else in it */
  };

  const keep = (all) => {
    try { localStorage.setItem(NAME, JSON.stringify(all)); } catch { /* no storage */ }
  };

  const remember = (words) => {
    if (words) keep([words, ...recent().filter((each) => each !== words)].slice(0, MOST));
  };

  const button = (words, act) => {
    const made = element("button", "cr-before__words", words);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };

  const section = (title, words, pick) => {
    const made = element("section", "cr-before", element("h2", "cr-group__head", element("span", "cr-group__name", title)));
    made.setAttribute("aria-label", title);
    made.append(element("div", "cr-before__all", ...words.map((each) => button(each, () => pick(each)))));
    return made;
  };

  /* The list; `pick` is called with the words that the reader chooses. */
  const show = (pick) => {
    const made = element("div", "");
    const kept = recent();
    if (kept.length) {
      const mine = section(say`Searched before`, kept, pick);
      mine.lastElementChild.append(button(say`Forget these`, () => { keep([]); mine.remove(); }));
      made.append(mine);
    }
    if (own.searchData.topics.length) made.append(section(say`Often asked`, own.searchData.topics, pick));
    return made;
  };

  own.searchBefore = { show, remember };
})();
