/* The provisions that a reader has picked to print together. They are kept in this browser only, with their words, so that they
   can be printed without a network.
   Needs: address, root. Gives: printSet. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const root = new URL(own.root());
  const KEY = root.pathname + ".print-set"; /* two sites of one host do not share a set */

  const all = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(kept) ? kept : [];
    } catch {
      return []; /* a browser that keeps nothing, or something else's entry */
    }
  };

  /* Whether the set could be kept: a browser may have no room, or may keep nothing. */
  const keep = (passages) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(passages));
      return true;
    } catch {
      return false;
    }
  };

  const has = (address) => all().some((each) => each.address === address);
  const remove = (address) => keep(all().filter((each) => each.address !== address));

  /* Adds a passage, with the page it is on from the site's root; one that is there already is brought up to date. */
  const add = (passage) => {
    const page = location.href.split(/[?#]/)[0].slice(root.href.length);
    const set = all();
    const at = set.findIndex((each) => each.address === passage.address);
    set.splice(at < 0 ? set.length : at, at < 0 ? 0 : 1, { ...passage, page });
    return keep(set);
  };

  const move = (address, by) => {
    const set = all();
    const from = set.findIndex((each) => each.address === address);
    const to = from + by;
    if (from < 0 || to < 0 || to >= set.length) return false;
    set.splice(to, 0, ...set.splice(from, 1));
    return keep(set);
  };

  own.printSet = { root: root.href, all, keep, has, add, remove, move, page: own.address("print/") };
})();
