/* The records of one agreement that answer what was typed, the best first: `contractReference.searchRanked`. Those that have all that
   was asked for stand before those that lack some of it, which say what. The best are read before they are shown, because only
   their words tell whether what was asked stands side by side, in a title, or in a cell of a table.
   Needs: searchExcerpt, searchIndex, searchStem. Gives: searchRanked. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const READ = 6; /* records that are read to put them in order */
  const ENOUGH = 4; /* records with all that was asked, beside which none that lacks some is shown */
  const PART = 0.55; /* how much of what was asked a record must have */
  const [NEAR, LEAST] = [0.8, 0.2]; /* where none in any agreement has so much: how much of what the best here has, and how much at least */
  const MOST = 12; /* records that lack some, of an agreement */
  const LEAD = 1.8; /* how much more the first of these counts where nothing but the subject was typed */
  const SUBJECT = 1.4; /* how much more a place counts that editors chose for the subject: firmly first, their lists hid what members ask for under "light duty" and "bump" */
  const [CELL, TITLE, BESIDE, FIGURE] = [4, 0.6, 0.35, 0.3]; /* how much more counts a cell that was asked for, a title, words side by side, a number where one is asked for */

  const FIGURES = /\d|\bper ?cent\b|%/i;

  const searchedStems = (text) => own.searchStem.words(text).flatMap((word) => own.searchStem.parts(word)).filter((word) => !own.searchStem.small(word)).map(own.searchStem.stem);

  /* The sequences of stems that what was typed may stand as: as typed, and every other way of each term. */
  const sequences = ({ terms, typed }) => {
    const as = searchedStems(typed.join(" "));
    const others = terms.flatMap(({ ways }) => ways.filter((words) => words.length > 1).map((words) => words.map(own.searchStem.stem)));
    return [as, ...others].filter((stems) => stems.length > 1);
  };

  const share = (stems, all) => {
    const pairs = stems.slice(1).map((stem, at) => ` ${stems[at]} ${stem} `);
    const text = ` ${all.join(" ")} `;
    return pairs.filter((pair) => text.includes(pair)).length / pairs.length;
  };

  /* How well a record's words stand: a title that is what was asked, words side by side. */
  const standing = (record, query) => {
    const heading = searchedStems(record.heading);
    const wanted = query.terms.flatMap(({ ways }) => ways.map((words) => new Set(words.map(own.searchStem.stem))));
    const titled = heading.length ? Math.max(0, ...wanted.map((stems) => [...stems].filter((stem) => heading.includes(stem)).length / Math.max(stems.size, heading.length))) : 0;
    const every = new Set(query.terms.flatMap(({ ways }) => ways[0].map(own.searchStem.stem)));
    const whole = heading.length ? [...every].filter((stem) => heading.includes(stem)).length / Math.max(every.size, heading.length) : 0;
    const text = searchedStems(record.text);
    const beside = Math.max(0, ...sequences(query).map((stems) => Math.max(share(stems, heading), share(stems, text))));
    const figure = query.amount && FIGURES.test(record.text) ? FIGURE : 0;
    return (1 + TITLE * Math.max(titled, whole)) * (1 + BESIDE * beside) * (1 + figure);
  };

  const says = (record, phrases) => {
    const said = [record.heading, record.text, record.citation, ...record.trail].map((text) => ` ${own.searchStem.words(text).flatMap(own.searchStem.parts).join(" ")} `);
    return phrases.every((words) => said.some((text) => text.includes(` ${words.flatMap(own.searchStem.parts).join(" ")} `)));
  };

  const better = (one, other) => other.full - one.full || other.score - one.score || one.record - other.record;

  /* How much of what was asked a record must have; less where `scarce` says that none has it in any agreement. */
  const enough = (every, scarce) => (scarce ? Math.max(LEAST, NEAR * every.reduce((most, { share: its }) => Math.max(most, its), 0)) : PART);

  /* What has all, and where that is little, what has most. `every` as the index found it; the records of `first`, the places of the
     subject asked for, count more, and `lead` is what was asked for whether it has the words or not. */
  const chosen = (every, { terms }, { scarce, first, lead }) => {
    const worth = (record) => (record === lead ? LEAD : first.includes(record) ? SUBJECT : 1);
    const all = every.map((each) => {
      const has = each.record === lead ? each.has.map(() => true) : each.has;
      return { ...each, has, full: has.every(Boolean) ? 1 : 0, score: each.score * worth(each.record) };
    });
    const full = all.filter((each) => each.full);
    if (full.length >= ENOUGH || terms.length < 2) return { full, part: [] };
    const least = enough(every, scarce);
    const part = all.filter((each) => !each.full && each.share >= least).map((each) => ({ ...each, score: each.score * each.share ** 2 }));
    return { full, part: part.sort(better).slice(0, MOST) };
  };

  const phrased = async (slug, found, phrases) => {
    const read = await own.searchIndex.records(slug, found.map(({ record }) => record));
    return found.filter((_, at) => says(read[at], phrases));
  };

  /* The best of those with all and, where they are few, of the others, in the order that their words give them; then the rest. */
  const ordered = async (slug, { full, part }, query) => {
    const most = full.slice(0, READ);
    const few = part.slice(0, READ - most.length);
    const best = [...most, ...few];
    const read = await own.searchIndex.records(slug, best.map(({ record }) => record));
    best.forEach((each, at) => {
      each.cell = own.searchExcerpt.cell(read[at], query.typed);
      each.score *= standing(read[at], query) * (each.cell ? CELL : 1);
    });
    return [...most.sort(better), ...full.slice(READ), ...few.sort(better), ...part.slice(few.length)];
  };

  const soughtBy = ({ terms }) => ({
    stems: new Set(terms.flatMap(({ ways }) => ways.flat().map(own.searchStem.stem))),
    begun: terms.find(({ begun, ways }) => begun && /^\p{L}{3}/u.test(ways[0][0]))?.ways[0][0] || "",
  });

  const shown = (record, query, { score, has, cell }) => {
    const sought = soughtBy(query);
    return {
      ...record, score, heading: own.searchExcerpt.pieces(record.heading, sought), excerpt: own.searchExcerpt.excerpt(record, sought, cell),
      lacking: query.terms.filter((_, at) => !has[at]).map(({ said }) => said),
    };
  };

  /* The records of an agreement ({slug, records}) that answer a query: how many have all, how many most, and `count` of them. `scarce`
     where no agreement has any otherwise: then those that have the most there is; `first` are the records of the subject asked for. */
  own.searchRanked = async (agreement, query, { kind = "", count = 10, scarce = false, first = [], lead, every }) => {
    const { slug } = agreement;
    const of = kind ? await own.searchIndex.kinds(slug) : null;
    let { full, part } = chosen(of ? every.filter(({ record }) => of[record] === kind) : every, query, { scarce, first, lead });
    if (query.phrases.length) [full, part] = [await phrased(slug, full, query.phrases), []];
    const found = await ordered(slug, { full: full.sort(better), part }, query);
    const some = found.slice(0, count);
    const read = await own.searchIndex.records(slug, some.map(({ record }) => record));
    return { total: full.length, part: part.length, results: read.map((record, at) => shown(record, query, some[at])) };
  };
})();
