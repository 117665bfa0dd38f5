/* The subject that what was typed is called by: all its words, in whatever order, are those of a subject or of another word for it, or
   have them among others. See data/search_subjects.py.
   Needs: load, searchStem, searchSubjects. Gives: searchSubject. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const FEW = 3; /* stems of what was typed, up to which one of them alone may be a subject */
  const PLACED = 0.5; /* how much of what was typed a subject must be for its places to count more */

  const stems = (words) => new Set(words.flatMap((word) => word.split("-")).flatMap(own.searchStem.ways));

  /* How many stems of a name are in what was typed; 0 if one is not, or too little is. */
  const common = (typed, name) => {
    const all = name.split(" ");
    return all.every((stem) => typed.has(stem)) && (all.length > 1 || typed.size <= FEW) ? all.length : 0;
  };

  /* The subject of what was typed, word by word: {name, url, first: by an agreement's number its records that count more, whole: whether
     nothing else was typed}, or null. */
  const of = async (words) => {
    if (!own.searchSubjects) await own.load("search/subjects.js").catch(() => {});
    const typed = stems(words);
    let best = { most: 0, row: null };
    for (const row of own.searchSubjects || []) {
      const most = Math.max(0, ...row[2].map((name, at) => common(typed, name) * 2 + (at ? 0 : 1)).filter((each) => each > 1));
      if (most > best.most) best = { most, row };
    }
    if (!best.row) return null;
    const [name, id, , places] = best.row;
    const said = Math.floor(best.most / 2);
    const first = said >= PLACED * typed.size ? places : [];
    return { name, url: `subjects/${id}/`, first: new Map(first.map(([agreement, ...records]) => [agreement, records])), whole: said >= typed.size };
  };

  own.searchSubject = { of };
})();
