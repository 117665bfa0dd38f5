/* The index of search, asked: `contractReference.searchIndex`. It loads the one file of stems that each word is in (search/in/<slug>/w…)
   and the few files of the records that are shown (r…), as scripts, so that it works the same on the web, saved and from a disk.
   `look` says which records of an agreement have the terms that were asked for, `records` brings some of them.
   Needs: load, searchAmong, searchData, searchRecords, searchStem, searchStems. Gives: searchIndex. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const TOGETHER = 8; /* records in a file; the build divides by the same number */
  const [TOP, STEP] = [2.6, 1.15]; /* what the first letter of a place is worth, and by how much each is worth less than the one before */
  const BEGINNING = /^\p{L}{3}/u; /* what a word must have to stand for longer ones: 3 letters, and numbers never do */
  const BEGUN = 0.5; /* how much a word counts that only begins as what was typed does */
  const [OTHER, LATER] = [0.75, 0.92]; /* how much less another way of saying what an agreement says counts, and each further one */
  const FIRST = 0.15; /* how much more the first record counts than the last: what is for all is printed before what is for some */
  const decoded = new Map();

  /* The number of the file of stems that a stem is in: the last that does not begin after it. */
  const shard = (stem) => {
    const { starts } = own.searchData;
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= stem) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  const shards = (word, begun) => {
    const first = shard(own.searchStem.stem(word));
    if (!begun || !BEGINNING.test(word)) return [first];
    const [from, to] = [shard(word), shard(`${word}\uffff`)];
    return [first, ...Array.from({ length: to - from + 1 }, (_, at) => from + at)];
  };

  const loaded = async (slug, number) => {
    const key = `${slug}/${number}`;
    if (!own.searchStems?.[key]) await own.load(`search/in/${slug}/w${number}.js`);
    return own.searchStems[key];
  };

  /* Where a stem is: [record, weight, record, weight, …]; none for one that is nowhere. */
  const places = (slug, stem) => {
    const key = `${slug}/${shard(stem)}`;
    const own_ = `${key} ${stem}`;
    if (!decoded.has(own_)) {
      const written = Object.hasOwn(own.searchStems[key], stem) ? own.searchStems[key][stem] : "";
      let at = 0;
      decoded.set(own_, [...written.matchAll(/([0-9a-z]+)([A-Z])/g)].flatMap(([, far, letter]) => {
        at += parseInt(far, 36);
        return [at, TOP / STEP ** (letter.charCodeAt(0) - 65)];
      }));
    }
    return decoded.get(own_);
  };

  /* Every stem that a word means with how much it counts: its own, and if the word may be only begun, those that begin so. */
  /** @returns {[string, number][]} */
  const meant = (slug, word, begun) => {
    const whole = own.searchStem.stem(word);
    const found = /** @type {[string, number][]} */ ([[whole, 1]]);
    if (!begun || !BEGINNING.test(word)) return found;
    for (let number = shard(word); number <= shard(`${word}\uffff`); number += 1) {
      for (const each of Object.keys(own.searchStems[`${slug}/${number}`])) {
        if (each !== whole && each.startsWith(word)) found.push([each, BEGUN * (word.length / each.length)]);
      }
    }
    return found;
  };

  const rarity = (records, found) => Math.log(1 + records / Math.max(1, found));

  /* By record, how much a word counts in it. */
  const scored = ({ slug, records }, word, begun) => {
    const scores = new Map();
    for (const [stem, share] of meant(slug, word, begun)) {
      const all = places(slug, stem);
      const worth = share * rarity(records, all.length / 2);
      for (let at = 0; at < all.length; at += 2) scores.set(all[at], Math.max(scores.get(all[at]) || 0, worth * all[at + 1]));
    }
    return scores;
  };

  /* By record, how much one way of saying something counts: all its words have to be there. */
  const way = (agreement, words, begun) => {
    const each = words.map((word) => scored(agreement, word, begun)).sort((one, other) => one.size - other.size);
    const [first, ...rest] = each;
    const found = new Map();
    for (const [record, score] of first || []) {
      if (rest.every((other) => other.has(record))) found.set(record, rest.reduce((sum, other) => sum + other.get(record), score));
    }
    return found;
  };

  /* By record, how much a term counts: the best of its ways. */
  /** @returns {Map<number, number>} */
  const term = (agreement, { ways, begun, stands }) => {
    const best = new Map();
    ways.forEach((words, at) => {
      const worth = (stands && at ? OTHER : 1) * LATER ** at;
      for (const [record, score] of way(agreement, words, begun)) best.set(record, Math.max(best.get(record) || 0, score * worth));
    });
    return best;
  };

  /* How much of what was asked each term is: the rarer, the more; one that this agreement has nowhere as much as the others on average,
     because nothing here tells how much it says. */
  const worth = (records, terms, found) => {
    const each = found.map(({ size }, at) => (size ? terms[at].ways[0].length * rarity(records, size) : 0));
    const there = each.filter((one) => one);
    const average = there.reduce((sum, one) => sum + one, 0) / Math.max(1, there.length);
    return each.map((one) => one || average);
  };

  /* Load what an agreement has of some terms. */
  const fetched = (slug, terms) => {
    const wanted = terms.flatMap(({ ways, begun }) => ways.flat().flatMap((word) => shards(word, begun)));
    return Promise.all([...new Set(wanted)].map((number) => loaded(slug, number)));
  };

  /* What every record has: {record, score, has: [true, false, …] term by term, share: how much of what was asked}. */
  const look = async (agreement, terms) => {
    await fetched(agreement.slug, terms);
    const found = terms.map((each) => term(agreement, each));
    const worths = worth(agreement.records, terms, found);
    const whole = worths.reduce((sum, worth) => sum + worth, 0);
    const records = new Map();
    found.forEach((scores, at) => {
      for (const [record, score] of scores) {
        const each = records.get(record) || { record, score: 0, has: terms.map(() => false), share: 0 };
        each.score += score;
        each.has[at] = true;
        each.share += worths[at] / whole;
        records.set(record, each);
      }
    });
    for (const each of records.values()) each.score *= 1 + FIRST * (1 - each.record / agreement.records);
    return { every: [...records.values()], sizes: found.map((scores) => scores.size) };
  };

  const records = (slug, numbers) => {
    const files = [...new Set(numbers.map((number) => Math.floor(number / TOGETHER)))];
    const all = files.map((file) => (own.searchRecords?.[`${slug}/${file}`] ? null : own.load(`search/in/${slug}/r${file}.js`)));
    return Promise.all(all).then(() => numbers.map((number) => {
      const [url, citation, kind, trail, heading, text, note = ""] = own.searchRecords[`${slug}/${Math.floor(number / TOGETHER)}`][number % TOGETHER];
      return { url, citation, kind, trail, heading, text, note };
    }));
  };

  /* The kind of each record of an agreement. */
  const kinds = async (slug) => {
    const { kinds: names, runs } = await own.searchAmong.about(slug);
    const all = [];
    for (let at = 0; at < runs.length; at += 2) for (let each = 0; each < runs[at + 1]; each += 1) all.push(names[runs[at]]);
    return all;
  };

  own.searchIndex = { fetched, look, records, kinds };
})();
