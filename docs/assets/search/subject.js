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

  /* The row whose name has most of some stems, and how many: {most, row}. */
  const nearest = (typed) => {
    let best = { most: 0, row: null };
    for (const row of own.searchSubjects || []) {
      const most = Math.max(0, ...row[2].map((name, at) => common(typed, name) * 2 + (at ? 0 : 1)).filter((each) => each > 1));
      if (most > best.most) best = { most, row };
    }
    return best;
  };

  /* The subject of what was typed, word by word: {name, url, first: by an agreement's number its records that count more, whole: whether
     nothing else was typed, names: the stems of each}, or null. Where none is called so, the one that the contract's words for it (`ways`) are called by: it is named only. */
  const of = async (words, ways) => {
    if (!own.searchSubjects) await own.load("search/subjects.js").catch(() => {});
    const typed = stems(words);
    const best = nearest(typed);
    const { row } = best.row ? best : ways.map((way) => nearest(stems(way))).find((each) => each.row) || best;
    if (!row) return null;
    const [name, id, , places] = row;
    const said = Math.floor(best.most / 2);
    const first = said && said >= PLACED * typed.size ? places : [];
    return { name, url: `subjects/${id}/`, first: new Map(first.map(([agreement, ...records]) => [agreement, records])), whole: said > 0 && said >= typed.size, names: row[2] };
  };

  /* The lists of agreements, pages of their own, that are called by what was typed or by a name of its subject: [[title, url], …] of each. */
  const lists = (words, subject, agreements) => {
    const names = [stems(words), ...(subject?.names || []).map((name) => new Set(name.split(" ")))];
    const called = ([title]) => names.some((name) => [...stems(own.searchStem.words(title.toLowerCase()))].every((stem) => name.has(stem)));
    return agreements.flatMap((each) => (each.lists || []).filter(called).map(([title, url]) => ({ title, url, agreement: each.title })));
  };

  own.searchSubject = { of, lists };
})();
