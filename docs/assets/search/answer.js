/* What was typed, looked up in several agreements: which words none has, which were probably mistyped, what each agreement answers.
   A word of English is never taken for a mistyped one, whether an agreement has it or not.
   Needs: load, searchEnglish, searchIndex, searchRanked, searchVocabulary, searchWords. Gives: searchAnswer. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});

  /* Whether a word is one of the English language, as far as common words go. */
  const english = async (word) => {
    const letter = word[0];
    if (!/^[a-z]/.test(letter)) return false;
    if (!own.searchEnglish?.[letter]) await own.load(`search/english/${letter}.js`).catch(() => {});
    return ` ${own.searchEnglish?.[letter] || ""} `.includes(` ${word} `);
  };

  /* What was probably meant by words that no agreement has; "" where nothing is near, or the word is a real one. */
  const meant = async (words) => {
    await own.load("search/vocabulary.js").catch(() => {});
    const vocabulary = (own.searchVocabulary || "").split(" ");
    const near = new Map();
    for (const word of words) near.set(word, await english(word) ? "" : await own.searchWords.nearest(word, vocabulary));
    return near;
  };

  const single = ({ ways }) => ways.every((words) => words.length === 1) || ways.length === 2 && ways[1].length === 1;

  /* What to show for a text: {query, looks, missing: words that none has, better: the text with other words for mistyped ones}.
     `looks` are promises, one an agreement, null for one that cannot be loaded. */
  const looked = async (text, agreements, asTyped) => {
    const query = own.searchWords.understand(text);
    const looks = agreements.map((each) => own.searchIndex.look(each, query.terms).catch(() => null));
    const first = await looks[0];
    if (first && first.sizes.every((size) => size)) return { query, looks, missing: [], better: "" };
    const all = (await Promise.all(looks)).filter((each) => each);
    if (!all.length) throw new Error("nothing can be searched");
    const absent = query.terms.filter((_, at) => all.every(({ sizes }) => !sizes[at]));
    if (!absent.length) return { query, looks, missing: [], better: "" };
    const near = asTyped || query.exact ? new Map() : await meant(absent.filter(single).map(({ said }) => said));
    const mistyped = absent.filter(({ said }) => near.get(said));
    if (mistyped.length) return { query, looks, missing: [], better: mistyped.reduce((all_, { said }) => all_.replace(said, near.get(said)), own.searchWords.plain(text)) };
    const left = { ...query, terms: query.terms.filter((each) => !absent.includes(each)) };
    const again = query.exact ? looks.map(() => Promise.resolve({ every: [], sizes: [] }))
      : agreements.map((each) => (left.terms.length ? own.searchIndex.look(each, left.terms).catch(() => null) : Promise.resolve({ every: [], sizes: [] })));
    return { query: left, looks: again, missing: absent.map(({ said }) => said), better: "" };
  };

  /* What one agreement answers, as it was looked up. */
  const of = async (agreement, query, look, { kind, count }) => {
    const found = await look;
    if (!found) return { total: 0, part: 0, results: [], failed: true };
    return own.searchRanked(agreement, query, { kind, count, every: found.every }).catch(() => ({ total: 0, part: 0, results: [], failed: true }));
  };

  own.searchAnswer = { looked, of };
})();
