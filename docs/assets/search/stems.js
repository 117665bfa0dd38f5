/* Words as the index of search has them: cut, in one form, reduced to their stems. The same as data/search_words.py, which makes
   the index; a test holds the two together over every word of the agreements.
   Needs: fold, searchData, snowball. Gives: searchStem. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const WORD = /\d+(?:[.,]\d+)+|[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu; /* "8.5" is one; "wash-up" too, found as "wash", "up" and "washup" */
  const FIGURE = /^\d.*\P{L}$|^\d$/u;
  const known = new Map();
  let unsearched = null;

  /* The words of a text in small letters and one form, in their order. */
  const words = (text) => own.fold(text).toLowerCase().match(WORD) || [];

  const stem = (word) => {
    if (!known.has(word)) known.set(word, own.snowball.stemWord(word));
    return known.get(word);
  };

  /* Whether a word is not in the index, because it tells no place from another. */
  const small = (word) => (unsearched ||= new Set(own.searchData.unsearched.split(" "))).has(word);

  /* The parts of a word that are searched; of a compound the whole comes last. */
  const parts = (word) => {
    if (FIGURE.test(word)) return [word.replace(/,/g, "")];
    const found = word.split("-").map((part) => part.replace(/'s$|'/g, "")).filter((part) => part);
    return found;
  };

  /* The stems that a word of a text is found by. */
  const ways = (word) => {
    const found = parts(word);
    const all = found.length > 1 ? [...found, found.join("")] : found;
    return all.filter((each) => !small(each)).map(stem);
  };

  own.searchStem = { words, stem, small, parts, ways };
})();
