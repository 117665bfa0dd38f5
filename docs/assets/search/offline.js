/* Search without a server: `contractReference.engines.offline`, for pages opened from a disk and for airplane mode. It reads the
   records of one agreement (search/offline/<slug>.js) and indexes their words in slices between which the page answers.
   Words are reduced to their stems by lunr, so that "posted" finds "posting"; every word of a query must occur, or begin one.
   Needs: fold, load, searchRecords. Gives: engines. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const FIELDS = { heading: 4, text: 1, trail: 0.5, citation: 0.5 }; /* how much a word counts where it stands */
  const PREFIX = 0.5; /* how much a word counts that only begins as the query's does */
  const BEGINNING = /^\p{L}{3}/u; /* what a word must have to stand for longer ones: 3 letters, and numbers never do */
  const FADING = 1.2; /* as BM25 has it: how soon a word said again counts for less, and how much length does */
  const LENGTH = 0.6;
  const SLICE = 12; /* milliseconds of indexing between which typing is answered */
  const SHOWN = 32; /* words of an excerpt */
  const WORD = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu; /* "wash-up" is one, which is found as "wash", "up" and "washup" */
  /* One as it is written, whose letters may have more than one form. */
  const WRITTEN = /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200f\u2060\ufeff]+(?:['’\u2010-\u2012-][\p{L}\p{N}\p{M}\u00ad\u200b-\u200f\u2060\ufeff]+)*/gu;
  const indexes = new Map();
  const stems = new Map();

  const parts = (word) => word.toLowerCase().split("-").map((part) => part.replace(/'s$|'/g, ""));
  const spelled = (text) => own.fold(text).match(WORD) || [];
  const wordsOf = (text) => spelled(text).flatMap(parts);
  const waysOf = (word) => {
    const found = parts(word);
    return found.length > 1 ? [...found, found.join("")] : found;
  };

  const stem = (word) => {
    if (!stems.has(word)) stems.set(word, window.lunr.stemmer(new window.lunr.Token(word, {})).toString());
    return stems.get(word);
  };

  const pause = () => new Promise((go) => { setTimeout(go); });

  /* Stem → [record, weight, record, weight, …]; and how many words each record has. */
  const indexed = async (rows) => {
    const records = rows.map(([url, citation, kind, trail, heading, text, weight]) => ({ url, citation, kind, trail, heading, text, weight }));
    const index = { records, lengths: [], postings: new Map() };
    let since = performance.now();
    for (const [at, record] of records.entries()) {
      addTo(index, at, record);
      if (performance.now() - since > SLICE) {
        await pause();
        since = performance.now();
      }
    }
    index.average = index.lengths.reduce((sum, each) => sum + each, 0) / Math.max(1, records.length);
    index.stems = [...index.postings.keys()].sort();
    return index;
  };

  const addTo = (index, at, record) => {
    const weights = new Map();
    const fields = { heading: record.heading, text: record.text, trail: record.trail.join(" "), citation: record.citation };
    let length = 0;
    for (const [field, text] of Object.entries(fields)) {
      const words = spelled(text);
      length += field === "text" ? words.length : 0;
      for (const each of words.flatMap(waysOf).map(stem)) weights.set(each, (weights.get(each) || 0) + FIELDS[field]);
    }
    index.lengths.push(length);
    for (const [each, weight] of weights) {
      if (!index.postings.has(each)) index.postings.set(each, []);
      index.postings.get(each).push(at, weight);
    }
  };

  const indexOf = (slug) => {
    if (!indexes.has(slug)) {
      const loaded = Promise.all([own.load("search/offline/lunr.js"), own.load(`search/offline/${slug}.js`)]);
      const made = loaded.then(() => indexed(own.searchRecords[slug]));
      made.catch(() => indexes.delete(slug));
      indexes.set(slug, made);
    }
    return indexes.get(slug);
  };

  /* What one way of asking asks for: words, and phrases in quotes, whose words must stand side by side. */
  const parsed = (query) => ({
    words: [...new Set(wordsOf(query))],
    phrases: [...query.matchAll(/"([^"]+)"/g)].map((found) => wordsOf(found[1])).filter((words) => words.length),
  });

  /* The first stem that is not before a word, by halves. */
  const place = (sorted, word) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /* Every stem that a word of the query means, with how much it counts: the word itself, or what begins like it. */
  const meant = (index, word) => {
    const whole = stem(word);
    const found = index.postings.has(whole) ? [[whole, 1]] : [];
    if (!BEGINNING.test(word)) return found;
    for (let at = place(index.stems, word); at < index.stems.length && index.stems[at].startsWith(word); at += 1) {
      const each = index.stems[at];
      if (each !== whole) found.push([each, PREFIX * (word.length / each.length)]);
    }
    return found;
  };

  /* Scores by record of those that have every word. */
  const scored = (index, words) => {
    let all = null;
    for (const word of words) {
      const scores = new Map();
      for (const [each, share] of meant(index, word)) {
        const posting = index.postings.get(each);
        const rarity = Math.log(1 + index.records.length / (posting.length / 2));
        for (let at = 0; at < posting.length; at += 2) {
          const [record, weight] = [posting[at], posting[at + 1]];
          const norm = FADING * (1 - LENGTH + LENGTH * (index.lengths[record] / index.average));
          const score = share * rarity * ((weight * (FADING + 1)) / (weight + norm));
          scores.set(record, Math.max(scores.get(record) || 0, score));
        }
      }
      all = all ? new Map([...all].filter(([at]) => scores.has(at)).map(([at, score]) => [at, score + scores.get(at)])) : scores;
    }
    return all || new Map();
  };

  const saysAll = (record, phrases) => {
    const said = [record.heading, record.text, record.citation, ...record.trail].map((text) => ` ${wordsOf(text).join(" ")} `);
    return phrases.every((words) => said.some((text) => text.includes(` ${words.join(" ")} `)));
  };

  /* The best score of every record that answers one of the ways of asking. */
  const answering = (index, ways) => {
    const best = new Map();
    for (const { words, phrases } of ways) {
      for (const [at, score] of scored(index, words)) {
        if (phrases.length && !saysAll(index.records[at], phrases)) continue;
        best.set(at, Math.max(best.get(at) || 0, score * index.records[at].weight));
      }
    }
    return [...best].map(([at, score]) => ({ at, score, record: index.records[at] }));
  };

  /* The words of a text with their places, and whether they are what was asked for. */
  const marked = (text, words) => {
    const wholes = new Set(words.map(stem));
    const beginnings = words.filter((word) => BEGINNING.test(word));
    return [...text.matchAll(WRITTEN)].map((match) => {
      const itsStems = spelled(match[0]).flatMap(waysOf).map(stem);
      const hit = itsStems.some((each) => wholes.has(each) || beginnings.some((asked) => each.startsWith(asked)));
      return { from: match.index, to: match.index + match[0].length, stem: itsStems[0], hit };
    });
  };

  /* Where a stretch of words begins that has most of what was asked for. */
  const richest = (found) => {
    const hits = found.flatMap((each, at) => (each.hit ? [at] : []));
    let [best, most] = [0, -1];
    for (let one = 0; one < hits.length; one += 1) {
      const near = [];
      for (let at = one; at < hits.length && hits[at] < hits[one] + SHOWN * 0.75; at += 1) near.push(found[hits[at]].stem);
      const count = new Set(near).size * 100 + near.length;
      if (count > most) [best, most] = [hits[one], count];
    }
    return Math.max(0, best - Math.floor(SHOWN / 4));
  };

  /* A text cut into what was asked for and what was not; of a long one the stretch that says most. */
  const pieces = (written, words) => {
    const text = written.replace(/\s+/g, " ");
    const found = marked(text, words);
    const first = richest(found);
    const shown = found.slice(first, first + SHOWN);
    const before = first > 0;
    const after = first + SHOWN < found.length;
    const made = before ? [{ text: "… ", hit: false }] : [];
    let at = before ? shown[0].from : 0;
    for (const word of shown.filter((each) => each.hit)) {
      if (word.from > at) made.push({ text: text.slice(at, word.from), hit: false });
      made.push({ text: text.slice(word.from, word.to), hit: true });
      at = word.to;
    }
    const end = after ? shown[shown.length - 1].to : text.length;
    if (at < end) made.push({ text: text.slice(at, end), hit: false });
    if (after) made.push({ text: " …", hit: false });
    return made;
  };

  /* `asked` is a list of ways of asking, of which one must be answered; of a way, every word. */
  const search = async (asked, { agreement, kind = "", from = 0, count = 10 }) => {
    const index = await indexOf(agreement);
    const ways = asked.map(parsed);
    const all = answering(index, ways);
    const kinds = {};
    for (const { record } of all) kinds[record.kind] = (kinds[record.kind] || 0) + 1;
    const found = all.filter(({ record }) => !kind || record.kind === kind);
    found.sort((one, other) => other.score - one.score || one.at - other.at);
    const words = ways.flatMap((way) => way.words);
    const results = found.slice(from, from + count).map(({ record: { url, citation, kind: of, trail, heading, text }, score }) => ({
      url, citation, kind: of, trail, heading: pieces(heading, words), excerpt: pieces(text, words), score,
    }));
    return { total: found.length, kinds, results };
  };

  (own.engines ||= {}).offline = { available: () => true, search };
})();
