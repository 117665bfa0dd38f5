/* Which of the agreements are asked: `contractReference.searchAmong`. Of a few each is; of many those that have what was typed, which
   the build wrote down by stem (search/all/…, see data/search_among.py), so that a query costs as much among a thousand as among five.
   What an agreement is called is loaded when it is shown.
   Needs: held, load, searchAbout, searchAgreements, searchData, searchHaving, searchStem. Gives: searchAmong. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const AT_ONCE = 4; /* agreements that are asked without being asked for; the build writes search/all/ where there are more */
  const NAMES = 32; /* agreements whose names are in a file; the build divides by the same number */

  /* What is said of an agreement, by its number in the order in which results stand, or its slug. */
  const numbered = async (number) => {
    const { agreements } = own.searchData;
    if (number < agreements.length) return { number, ...agreements[number] };
    const block = String(Math.floor(number / NAMES));
    if (!own.searchAgreements?.[block]) await own.load(`search/agreements/${block}.js`);
    return { number, ...own.searchAgreements[block][number % NAMES] };
  };
  const about = async (slug) => {
    if (!own.searchAbout?.[slug]) await own.load(`search/in/${slug}/about.js`);
    return own.searchAbout[slug];
  };
  const called = async (slug) => {
    const known = own.searchData.agreements.findIndex((each) => each.slug === slug);
    return known >= 0 ? numbered(known) : about(slug);
  };
  const numberOf = (slug) => called(slug).then(({ number }) => number, () => -1);

  const file = (stem) => {
    let number = 0;
    for (const letter of stem) number = (Math.imul(number, 31) + letter.codePointAt(0)) >>> 0;
    return String(number % own.searchData.having);
  };

  /* By agreement, how many of its records have a stem. */
  const having = async (stem) => {
    const name = file(stem);
    if (!own.searchHaving?.[name]) await own.load(`search/all/${name}.js`);
    const written = Object.hasOwn(own.searchHaving[name], stem) ? own.searchHaving[name][stem] : "";
    let at = 0;
    return new Map([...written.matchAll(/([0-9a-z]+)([A-Z]+)/g)].map(([, far, letters]) => {
      at += parseInt(far, 36);
      return [at, [...letters].reduce((count, letter) => count * 26 + letter.charCodeAt(0) - 65, 0)];
    }));
  };

  /* By agreement, how many of its records have a term at most: of words that must all be there as many as the rarest, of ways together. */
  const termed = async ({ ways }) => {
    const all = new Map();
    const found = await Promise.all(ways.map((words) => Promise.all(words.map((word) => having(own.searchStem.stem(word))))));
    for (const [first, ...rest] of found.filter(({ length }) => length)) {
      for (const [number, count] of first) {
        const least = Math.min(count, ...rest.map((other) => other.get(number) || 0));
        if (least) all.set(number, (all.get(number) || 0) + least);
      }
    }
    return all;
  };

  const unknown = (numbers) => ({ all: numbers.map((number) => ({ number, has: 1, most: null })), known: null });
  const first = () => unknown(own.searchData.agreements.map((_, number) => number));

  /* The agreements that may answer: {number, has: how many terms, most: how many records have all at most, null where nobody can say};
     and whether any of them has each term, null where nobody can say before they are asked. */
  const likely = async (terms) => {
    if (own.held) return unknown((await Promise.all(own.held.map(numberOf))).filter((number) => number >= 0));
    if (!own.searchData.having || !terms.length) return first();
    const found = await Promise.all(terms.map(termed));
    /* a word that is only begun is not written down: those that have the rest of it are asked how it goes on */
    const told = found.filter(({ size }, at) => size || !terms[at].begun);
    if (!told.length) return first();
    const counts = new Map();
    for (const term of told) for (const [number, count] of term) counts.set(number, [...(counts.get(number) || []), count]);
    const open = told.length < found.length;
    const all = [...counts].map(([number, each]) => ({ number, has: each.length, most: open ? null : each.length === terms.length ? Math.min(...each) : 0 }));
    return { all, known: open ? null : found.map(({ size }) => size > 0) };
  };

  /* Which agreements a query asks, in their order, and the numbers of those left that have all of it: {asked, left: [{number, most}], known}.
     `agreement` is the one that is asked alone, `kind` what an agreement must have, `also` slugs of those that are asked wherever they stand. */
  const scope = async (terms, { agreement, kind, also }) => {
    if (agreement) return { asked: [await called(agreement)], left: [], known: null };
    const [{ all, known }, wanted] = await Promise.all([likely(terms), Promise.all(also.map(numberOf))]);
    const best = all.sort((one, other) => other.has - one.has || one.number - other.number);
    await Promise.all(best.slice(0, AT_ONCE).map(({ number }) => numbered(number)));
    const asked = [];
    const left = [];
    let free = AT_ONCE;
    for (const each of best) {
      const one = free > 0 || wanted.includes(each.number) ? await numbered(each.number) : null;
      if (one && (!kind || one.kinds.includes(kind))) {
        asked.push(one);
        free -= 1;
      } else if (!one && each.most !== 0) left.push(each);
    }
    return { asked: asked.sort((one, other) => one.number - other.number), left: left.sort((one, other) => one.number - other.number), known };
  };

  own.searchAmong = { scope, numbered, about, called };
})();
