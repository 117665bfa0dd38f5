/* Search by Pagefind, whose index is below search/pagefind/, a separate one for each agreement. Its worker does the work, so that
   typing is never held up; it is spoken to directly, because Pagefind's own loader gives up its worker after five seconds and
   then searches on the page itself, which is what happens on a slow phone.
   Needs: root, searchWords. Gives: engines. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const RANKING = { metaWeights: { citation: 0.5, trail: 0.2 } };
  const LENGTH = 36; /* words of an excerpt */

  const waiting = new Map();
  const started = new Map();
  const found = new Map(); /* by agreement: what was asked last, and all that was found */
  const kinds = new Map();
  const turns = new Map(); /* by agreement: the last question, which the next waits for */
  let worker = null;
  let broken = false;
  let asked = 0;

  const folder = () => own.root() + "search/pagefind/";

  const fail = () => {
    broken = true;
    for (const { reject } of waiting.values()) reject(new Error("search cannot be loaded"));
    waiting.clear();
  };

  /* What the worker will ask for next comes while it is still being loaded. */
  const start = () => {
    for (const name of ["wasm.en.pagefind", "pagefind-entry.json?ts=1"]) fetch(folder() + name).catch(() => {});
    worker = new Worker(folder() + "pagefind-worker.js");
    worker.addEventListener("error", fail);
    worker.addEventListener("message", ({ data }) => {
      const { resolve, reject } = waiting.get(data.id) || {};
      waiting.delete(data.id);
      if (data.error) reject?.(new Error(data.error)); else resolve?.(data.result);
    });
  };

  const ask = (instanceId, method, ...args) => new Promise((resolve, reject) => {
    if (!worker) start();
    const id = `m${asked++}`;
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, instanceId, method, args });
  });

  /* Pagefind keeps languages apart: each agreement is indexed as a private variety of English. */
  const ready = (agreement) => {
    if (!started.has(agreement)) {
      const options = { basePath: folder(), baseUrl: "/", language: `en-x-${agreement}`, metaCacheTag: "1", ranking: RANKING };
      started.set(agreement, ask(agreement, "init", options));
    }
    return started.get(agreement);
  };

  const kindOf = async (agreement) => {
    if (!kinds.has(agreement)) {
      const answer = await fetch(`${folder()}kinds/${agreement}.json`);
      if (!answer.ok) throw new Error(`kinds of ${agreement}: ${answer.status}`);
      const of = new Map();
      for (const [kind, names] of Object.entries(await answer.json())) for (const name of names) of.set(`en-x-${agreement}_${name}`, kind);
      kinds.set(agreement, of);
    }
    return kinds.get(agreement);
  };

  /* The words that a result was found by. */
  const matched = ({ content, meta, locations }) => {
    const { plain, spaced, bare } = own.searchWords;
    const words = content.split(/\s+/).filter((word) => word);
    const text = plain([...locations.map((at) => words[at] || ""), meta.citation, meta.trail || ""].join(" "));
    return [...spaced(text).split(" "), ...text.replace(/-/g, "").split(" ")].map(bare);
  };

  /* Whether Pagefind has found what was asked. Of a word that no record has it takes the beginning, without saying so; then not even
     the best result has the word. */
  const meant = async (agreement, words, [best]) => {
    if (!best || words.startsWith('"')) return Boolean(best);
    const hits = matched(await ask(agreement, "getData", best.data));
    return words.split(" ").every((word) => own.searchWords.evident(word, hits));
  };

  /* One question of an agreement after the other: two that are asked at once share the worker's records, and the places of the words
     of one are overwritten by those of the other. */
  const all = (agreement, alternatives) => {
    const mine = (turns.get(agreement) || Promise.resolve()).then(() => answered(agreement, alternatives));
    turns.set(agreement, mine.catch(() => {}));
    return mine;
  };

  /* All that any of the alternatives finds, best first; what was found before is forgotten, here and in the worker. */
  const answered = async (agreement, alternatives) => {
    const key = alternatives.join("\n");
    if (found.get(agreement)?.key === key) return found.get(agreement).results;
    await ready(agreement);
    const best = new Map();
    for (const words of alternatives) {
      const { results } = await ask(agreement, "search", words, {});
      if (!(await meant(agreement, words, results))) continue;
      for (const each of results) if (!(best.get(each.id)?.score >= each.score)) best.set(each.id, each);
    }
    for (const old of found.get(agreement)?.results || []) ask(agreement, "releaseData", old.data);
    const results = [...best.values()].sort((one, other) => other.score - one.score);
    found.set(agreement, { key, results });
    return results;
  };

  const pieces = (words, first, hits) => {
    const made = [];
    words.forEach((word, index) => {
      if (!word) return;
      const hit = hits.has(first + index);
      const last = made[made.length - 1];
      if (last && last.hit === hit) last.text += ` ${word}`;
      else made.push({ text: (last ? " " : "") + word, hit });
    });
    return made;
  };

  /* Where an excerpt begins: the words with the most hits in them, the first such; the beginning if that shows as many. */
  const begin = (words, first, hits) => {
    const marks = words.map((_, index) => (hits.has(first + index) ? 1 : 0));
    let sum = marks.slice(0, LENGTH).reduce((total, mark) => total + mark, 0);
    let [most, at] = [sum, 0];
    for (let index = 1; index + LENGTH <= words.length; index++) {
      sum += marks[index + LENGTH - 1] - marks[index - 1];
      if (sum > most) [most, at] = [sum, index];
    }
    return at && Math.min(at + 2, words.length - LENGTH);
  };

  const result = ({ raw_url: name, content, meta, locations }, score) => {
    const [, kind, length, url] = name.match(/^(\S+) (\d+) (.*)$/);
    const words = content.split(/\s+/).filter((word) => word);
    const hits = new Set(locations);
    for (const [, at, word] of (meta.written || "").matchAll(/(\d+)=(\S*)/g)) { /* words that are indexed in other letters */
      words[at] = word;
      if (!word && hits.has(Number(at))) hits.add(at - 1);
    }
    const heading = Number(length);
    const body = words.slice(heading);
    const at = begin(body, heading, hits);
    const shown = body.slice(at, at + LENGTH);
    const excerpt = pieces(shown, heading + at, hits);
    if (at) excerpt.unshift({ text: "… ", hit: false });
    if (at + LENGTH < body.length) excerpt.push({ text: " …", hit: false });
    return {
      url, kind, score, citation: meta.citation, trail: meta.trail ? meta.trail.split(" › ") : [],
      heading: pieces(words.slice(0, heading), 0, hits), excerpt,
    };
  };

  if (location.protocol !== "file:" && "Worker" in window && own.root) start();

  (own.engines ||= {}).pagefind = {
    available: () => location.protocol !== "file:" && "Worker" in window && !broken,
    prepare: (agreement) => { ready(agreement).catch(() => {}); },
    async search(alternatives, { agreement, kind = "", from = 0, count = 10 }) {
      const every = await all(agreement, alternatives);
      const of = kind ? await kindOf(agreement) : null;
      const chosen = of ? every.filter((each) => of.get(each.id) === kind) : every;
      const shown = chosen.slice(from, from + count);
      const data = await Promise.all(shown.map((each) => ask(agreement, "getData", each.data)));
      return { total: chosen.length, kinds: null, results: data.flatMap((each, index) => (each ? [result(each, shown[index].score)] : [])) };
    },
  };
})();
