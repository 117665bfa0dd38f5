/* What is typed into search, understood: other ways to write it, the contract's words for the members', the nearest words to a
   misspelt one. Knows no page and asks no engine; the same for every engine.
   Needs: fold. Gives: searchWords. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const MOST = 4; /* alternatives that are searched for at once */
  const LONGEST = 60; /* letters of a word that count when endings are compared */
  const SLICE = 6; /* milliseconds of work before the page may do something else */
  const ENDINGS = /^(?:s|es|ed|d|ing|ly|er|ers|or|ors|ment|ments|'s|’s)$/;

  const plain = (text) => own.fold(text).toLowerCase().replace(/\s+/g, " ").trim();
  const spaced = (words) => words.replace(/(?<=\p{L})-(?=\p{L})/gu, " ");
  const joined = (words) => words.replace(/(?<=\p{L})-(?=\p{L})/gu, "");
  const bare = (word) => word.replace(/^[^\p{L}\p{N}$]+|(?<![^\p{L}\p{N}%])[^\p{L}\p{N}%]+$/gu, "");

  /* Where the words of `said` stand in the words typed; -1 if they do not. */
  const place = (typed, said) => typed.findIndex((_, at) => said.every((word, index) => typed[at + index] === word));

  /* What to search for: {alternatives, also, covered}. `also` is what the reader is told was searched too; `covered` are the typed
     words that a synonym speaks for, so that nobody calls them misspelt. */
  const understand = (text, synonyms) => {
    const typed = plain(text);
    if (/^".+"$/.test(typed)) return { alternatives: [typed], also: [], covered: [], exact: true };
    const open = typed.replace(/"/g, "");
    const words = spaced(open).split(" ").map(bare).filter((word) => word);
    let forms = [words.join(" ")];
    const also = [];
    const covered = [];
    for (const { said, means, stands } of synonyms) {
      const known = said.map((each) => spaced(each).split(" ")).find((each) => place(words, each) >= 0);
      if (!known || covered.some((word) => known.includes(word))) continue;
      const swap = (form, mean) => ` ${form} `.replace(` ${known.join(" ")} `, ` ${spaced(mean)} `).trim();
      const swapped = means.flatMap((mean) => forms.map((form) => swap(form, mean)));
      forms = stands ? [...forms, ...swapped] : swapped;
      also.push(...means.filter((mean) => !` ${words.join(" ")} `.includes(` ${spaced(mean)} `)));
      covered.push(...known);
    }
    if (open.includes("-") && joined(open) !== spaced(open)) forms.push(joined(open));
    return { alternatives: [...new Set(forms)].filter((form) => form).slice(0, MOST + 1), also, covered, exact: false };
  };

  /* How many letters have to be added, left out, exchanged or swapped with their neighbour; more than `limit` is `limit` + 1. */
  const distance = (one, other, limit) => {
    if (Math.abs(one.length - other.length) > limit) return limit + 1;
    let [before, above] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)];
    for (let row = 1; row <= one.length; row++) {
      const here = [row];
      let least = row;
      for (let column = 1; column <= other.length; column++) {
        const same = one[row - 1] === other[column - 1] ? 0 : 1;
        let cost = Math.min(above[column] + 1, here[column - 1] + 1, above[column - 1] + same);
        if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
          cost = Math.min(cost, before[column - 2] + 1);
        }
        here.push(cost);
        least = Math.min(least, cost);
      }
      if (least > limit) return limit + 1;
      [before, above] = [above, here];
    }
    return above[other.length];
  };

  /* Whether a word is one of the vocabulary, or the beginning of one, or one with another ending; figures and signs always are. */
  const known = (word, vocabulary) => word.length < 3 || /[^\p{L}'-]/u.test(word) || vocabulary.some((each) => each.startsWith(word)
    || (each.length > 2 && word.startsWith(each) && ENDINGS.test(word.slice(each.length))));

  const pause = () => new Promise((done) => { setTimeout(done); });

  /* The nearest word of the vocabulary (the most frequent first), the more frequent of two as near; "" if the word is known or nothing is near. */
  const nearest = async (word, vocabulary) => {
    if (word.length < 4 || known(word, vocabulary)) return "";
    const limit = word.length < 6 ? 1 : 2;
    let best = { word: "", off: limit + 1 };
    let since = performance.now();
    for (const each of vocabulary) {
      if (performance.now() - since > SLICE) { await pause(); since = performance.now(); }
      const off = distance(word, each, Math.min(limit, best.off)) + (each[0] === word[0] ? 0 : 0.5);
      if (off < best.off) best = { word: each, off };
    }
    return best.word;
  };

  /* A word without its endings, as far as that can be told without a dictionary; only to compare it with another. */
  const root = (word) => {
    let [here, before] = [word.slice(0, LONGEST), ""];
    while (here !== before) [before, here] = [here, here.replace(/(?<=.{3})(?:'s|ies|ied|ings?|ed|es|s|ly|ments?|ers?|ors?|at?ions?|als?|ity|y|i|e)$/u, "")];
    return here.replace(/(\p{L})\1$/u, "$1");
  };

  /* Whether any of the words that were hit is one that was typed, perhaps with another ending: an engine that finds no word may
     take the beginning of it. */
  const evident = (word, hits) => {
    const letters = (each) => each.replace(/[^\p{L}\p{N}]/gu, "");
    const looked = letters(word);
    return !looked || hits.map(letters).some((each) => each.startsWith(looked) || root(each).startsWith(root(looked)));
  };

  own.searchWords = { plain, spaced, bare, understand, distance, nearest, known, evident };
})();
