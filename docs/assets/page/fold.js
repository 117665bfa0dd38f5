/* Letters that are written two ways become one: `contractReference.fold(text)`, for all that compares what is typed with what
   is printed. Ligatures, full-width and accented letters are their plain ones, what cannot be seen is left out, quotes and dashes
   are plain, `3½` is `3 1/2`. Capitals stay. model/searched_words.py does the same to what the build writes; a test holds them together.
   Needs: nothing. Gives: fold. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});

  const quotes = (text) => text.replace(/[\u2018-\u201b\u2032\u02bc`\u00b4]/g, "'").replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"');

  // Quotes again after the letters were taken apart, because a triple prime is three and \u0149 holds one.
  own.fold = (text) => quotes(quotes(text.normalize("NFC").replace(/(\d)(?=[\u00bc-\u00be\u2150-\u215e\u2189])/g, "$1 ")).normalize("NFKD"))
    .replace(/[\p{Mn}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\u2044/g, "/")
    .replace(/\u00df/g, "ss");
})();
