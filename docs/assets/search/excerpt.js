/* What a result shows of its record: the stretch that says most with the words that were found marked, whole words only; of a table
   the cell that was asked for, or the row. Words of an agreement are only ever text.
   Needs: searchStem. Gives: searchExcerpt. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const SHOWN = 32; /* words of an excerpt */
  /* A word as it is written, whose letters may have more than one form. */
  const WRITTEN = /\d+(?:[.,]\d+)+|[\p{L}\p{N}\p{M}\u00ad\u200b-\u200f\u2060\ufeff]+(?:['’\u2010-\u2012-][\p{L}\p{N}\p{M}\u00ad\u200b-\u200f\u2060\ufeff]+)*/gu;

  /* The words of a text with their places, and whether they are what was asked for: `sought` {stems, begun}. */
  const marked = (text, { stems, begun }) => [...text.matchAll(WRITTEN)].map((match) => {
    const its = own.searchStem.words(match[0]).flatMap(own.searchStem.ways);
    const hit = its.some((each) => stems.has(each) || (begun && each.startsWith(begun)));
    return { from: match.index, to: match.index + match[0].length, stem: its[0] || "", hit };
  });

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
  const pieces = (written, sought) => {
    const text = written.replace(/\s+/g, " ");
    const found = marked(text, sought);
    const first = found.length > SHOWN ? richest(found) : 0;
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

  /* The rows of a table as it is written in a record: the heads of its columns first. */
  const rows = (text) => text.split("\n").map((line) => line.split("\t")).filter((cells) => cells.length > 1);

  /* The cell that the words typed name by the heads of its row and column: [row's head, column's head, cell]; null if they name none. */
  const cell = ({ kind, text }, typed) => {
    if (kind !== "table") return null;
    const [heads = [], ...rest] = rows(text);
    const { small, stem, words } = own.searchStem;
    const corner = words(heads[0] || "").map(stem);
    /* "a" names a row only where it is "step a" */
    const asked = new Set(typed.filter((word, at) => !small(word) || corner.includes(stem(typed[at - 1] || ""))));
    const named = (head) => {
      const all = words(head);
      return all.length > 0 && all.every((word) => asked.has(word));
    };
    const column = heads.findIndex((head, at) => at > 0 && named(head));
    const row = column > 0 && rest.find((cells) => named(cells[0]) && cells[column]?.trim());
    return row ? [`${heads[0]} ${row[0]}`.trim(), heads[column], row[column]] : null;
  };

  /* Of a table the row with most of what was asked for, its cells one after another. */
  const row = (text, sought) => {
    const counted = rows(text).slice(1).map((cells) => {
      const line = cells.filter((each) => each.trim()).join(" · ");
      return { line, hits: new Set(marked(line, sought).filter(({ hit }) => hit).map(({ stem }) => stem)).size };
    });
    const most = Math.max(0, ...counted.map(({ hits }) => hits));
    return most ? counted.find(({ hits }) => hits === most).line : "";
  };

  /* The excerpt of a record. */
  const excerpt = (record, sought, found) => {
    if (found) {
      const spanner = record.text.split("\n").find((line) => line && !line.includes("\t")) || "";
      return [{ text: `${found[0]}, ${spanner} ${found[1]}: `.replace(/\s+/g, " "), hit: false }, { text: found[2], hit: true }];
    }
    return pieces((record.kind === "table" && row(record.text, sought)) || record.text, sought);
  };

  own.searchExcerpt = { pieces, excerpt, cell };
})();
