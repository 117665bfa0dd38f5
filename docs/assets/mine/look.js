/* What choosing and showing share: the index of what can be chosen, what of it was chosen, and how it is written.
   Needs: address, element, load, mine, mineIndex, mineRows. Gives: mineLook. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element } = own;

  const link = (words, url, kind) => {
    const made = element("a", kind, words);
    made.href = own.address(url);
    return made;
  };

  own.load("assets/mine/mine.css").catch(() => {});

  /* Of the index: what is called so, and what of it this reader chose; null for what is there no longer. */
  const chosen = async () => {
    await own.load("mine/index.js");
    const { locals, units } = own.mineIndex;
    const { local, unit } = own.mine.kept();
    const place = locals.find(([id]) => id === local);
    const trade = units.find(([id]) => id === unit);
    return {
      local: place ? { id: place[0], name: place[1], slug: place[2], implements: place[3], called: place[4] } : null,
      unit: trade ? { id: trade[0], name: trade[1], called: trade[2], editions: trade[3] } : null,
    };
  };

  /* The rows of a file of mine/ that are of one page. */
  const rows = async (file, page) => {
    await own.load(`mine/${file}.js`);
    return (own.mineRows[file][page] || []).map(([anchor, cited, words, url, answers]) => ({ anchor, cited, words, url, answers: Boolean(answers) }));
  };

  own.mineLook = { link, chosen, rows };
})();
