/* What was typed, looked up in several agreements: which words none has, which were probably mistyped, what each agreement answers.
   A real word of the languages of the site and its agreements is never taken for a mistyped one, whether an agreement has it or not, and
   none for one of another language where its own has one as near.
   Needs: fold, held, load, searchAmong, searchChanges, searchData, searchIndex, searchRanked, searchReal, searchSubject, searchVocabulary, searchWords. Gives: searchAnswer. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});

  const OTHER = 0.5; /* how much farther off a word of another language than the reader's is */

  const LETTERS = /^\p{L}+$/u;

  /* Whether a word is one of a language, as far as common words go. */
  const real = async (word, language) => {
    const [letter] = word;
    if (!LETTERS.test(word) || !own.searchData.real[language]?.includes(letter)) return false; /* the files are by letter, and hold words of letters alone */
    const name = `${language}/${word.codePointAt(0).toString(16)}`;
    if (!own.searchReal?.[name]) await own.load(`search/real/${name}.js`).catch(() => {});
    return ` ${own.searchReal?.[name] || ""} `.includes(` ${word} `);
  };

  const reader = () => document.documentElement.lang.split("-")[0];

  /* The languages of what is searched, the reader's first: of one agreement its own alone. */
  const languages = async ({ agreement }) => {
    if (agreement) return [((await own.searchAmong.called(agreement)).language || reader()).split("-")[0]];
    return [...new Set([reader(), ...Object.keys(own.searchVocabulary || {})])].filter((each) => own.searchVocabulary?.[each]);
  };

  /* The words of a text that are typed with accents, as the index has them: they are not English. */
  const accented = (text) => text.toLowerCase().split(/[^\p{L}\p{M}'’-]+/u).filter((word) => /\p{L}\p{M}/u.test(word.normalize("NFD"))).map(own.fold);

  /* The nearest word that agreements in one of some languages have; "" where one has the word itself, or nothing is near. */
  const nearest = async (word, among) => {
    const all = among.map((language) => own.searchVocabulary[language].split(" "));
    if (all.some((vocabulary) => own.searchWords.known(word, vocabulary))) return "";
    let best = { found: "", off: Infinity };
    for (const [at, vocabulary] of all.entries()) {
      const found = await own.searchWords.nearest(word, vocabulary);
      const off = own.searchWords.distance(word, found, word.length) + (at ? OTHER : 0);
      if (found && off < best.off) best = { found, off };
    }
    return best.found;
  };

  /* What was probably meant by words that no agreement has; "" where nothing is near, or the word is a real one. */
  const meant = async (words, text, within) => {
    await own.load("search/vocabulary.js").catch(() => {});
    const [all, foreign] = [await languages(within), accented(text)];
    const near = new Map();
    for (const word of words) {
      const some = all.filter((language) => language !== "en" || !foreign.includes(word));
      const known = await Promise.all([...new Set([reader(), ...all])].map((language) => real(word, language)));
      near.set(word, known.some(Boolean) ? "" : await nearest(word, some));
    }
    return near;
  };

  const single = ({ ways }) => ways.every((words) => words.length === 1) || ways.length === 2 && ways[1].length === 1;

  /* What each agreement has of some terms, looked up when it is first asked for. */
  const looking = (asked, terms) => asked.map((each) => {
    let found = null;
    const look = () => (terms.length ? own.searchIndex.look(each, terms).catch(() => null) : Promise.resolve({ every: [], sizes: [] }));
    return () => (found ||= look());
  });

  /* What to show for a text: {query, subject, asked, left, looks, missing: words that none has, better: the text with other words for mistyped
     ones}; `asked` and `left` as searchAmong.scope has them of `within`; `looks` promise what each has, null for one that cannot
     be loaded. */
  const looked = async (text, within, asTyped) => {
    const query = own.searchWords.understand(own.searchChanges.asked(text) || text);
    const subjected = own.searchSubject.of(query.typed, query.terms.flatMap(({ ways, spoken }) => (spoken ? ways : [])));
    const guess = within.agreement || within.also[0] || own.searchData.agreements.find(({ slug }) => !own.held || own.held.includes(slug))?.slug;
    if (guess) own.searchIndex.fetched(guess, query.terms).catch(() => {}); /* at the same time as what says who is asked */
    const { asked, left, known } = await own.searchAmong.scope(query.terms, within);
    const looks = looking(asked, query.terms);
    const subject = await subjected;
    const whole = { query, subject, asked, left, looks, missing: [], better: "" };
    const first = await looks[0]?.();
    if (first && first.sizes.every((size) => size)) return whole;
    const all = (await Promise.all(known ? [first] : looks.map((look) => look()))).filter((each) => each);
    if (!all.length && asked.length) throw new Error("nothing can be searched");
    const absent = query.terms.filter((_, at) => !known?.[at] && all.every(({ sizes }) => !sizes[at]));
    if (!absent.length) return whole;
    const near = asTyped || query.exact ? new Map() : await meant(absent.filter(single).map(({ said }) => said), text, within);
    const mistyped = absent.filter(({ said }) => near.get(said));
    if (mistyped.length) return { ...whole, better: mistyped.reduce((all_, { said }) => all_.replace(said, near.get(said)), own.searchWords.plain(text)) };
    const rest = { ...query, terms: query.terms.filter((each) => !absent.includes(each)) };
    const missing = absent.map(({ said }) => said);
    if (query.exact || !rest.terms.length) return { ...whole, query: rest, looks: looking(asked, []), left: [], missing };
    const again = await own.searchAmong.scope(rest.terms, within);
    return { query: rest, subject, asked: again.asked, left: again.left, looks: looking(again.asked, rest.terms), missing, better: "" };
  };

  /* What one agreement answers, as it was looked up. */
  const of = async (agreement, query, look, { kind, count, scarce, subject }) => {
    try {
      const { every } = await look(); /* null where it cannot be loaded */
      const first = subject?.first.get(agreement.number) || [];
      return await own.searchRanked(agreement, query, { kind, count, scarce, first, lead: subject?.whole ? first[0] : undefined, every });
    } catch {
      return { total: 0, part: 0, results: [], failed: true };
    }
  };

  /* How many records of an agreement have all that was asked; null if it cannot be loaded. */
  const count = (agreement, { terms }) => own.searchIndex.look(agreement, terms).then(({ every }) => every.filter(({ has }) => has.every(Boolean)).length, () => null);

  own.searchAnswer = { looked, of, count };
})();
