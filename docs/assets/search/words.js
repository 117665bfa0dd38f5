/* What is typed into search, understood: the words that say what is looked for, each with the contract's words for the members'; the
   nearest words to a misspelt one. Knows no page and asks no index.
   Needs: fold, searchData, searchStem. Gives: searchWords. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const SLICE = 6; /* milliseconds of work before the page may do something else */
  const ENDINGS = /^(?:s|es|ed|d|ing|ly|er|ers|or|ors|ment|ments|'s|’s)$/;
  /* What stands around what is asked and is no part of it. */
  const FRAME = /\b(?:(?:what|where|how) (?:does|do|is|in) )?(?:the|my|our|this) (?:contract|agreement|union contract) (?:says?|has|states?)(?: (?:about|on|of))?\b|\b(?:under|in|of) (?:the|my|our|this) (?:contract|agreement)\b/g;

  const HOW = /^(?:much|often|soon|late|far|big|large)$/; /* what after "how" only asks */

  /* What asks for a number. */
  const AMOUNT = /\bhow (?:many|much|long|often|soon|late|far|big|large)\b|\b(?:deadline|maximum|minimum|limit)\b/;

  /* The same in the other languages of the site and its agreements, of which data/asking_words.py knows some. */
  let others = null;
  const asking = () => (others ||= own.searchData.asking.map(({ small, frame, amount }) => ({
    small: new Set(small.split(" ")), frame: new RegExp(`(?<!\\p{L})(?:${frame})(?!\\p{L})`, "gu"), amount: new RegExp(`(?<!\\p{L})(?:${amount})(?!\\p{L})`, "u"),
  })));
  const withoutFrame = (text) => asking().reduce((rest, { frame }) => rest.replace(frame, " "), text.replace(FRAME, " "));
  const asksAmount = (text) => AMOUNT.test(text) || asking().some(({ amount }) => amount.test(text));
  /* Terms without the small words of other languages, unless there are no others. */
  const told = (terms) => {
    const some = terms.filter(({ said, ways, stands }) => stands || ways.length > 1 || !asking().some(({ small }) => small.has(said)));
    return some.length ? some : terms;
  };

  /* "12hrs", "1hour": a figure and its unit, typed as one word; an ordinal ("2nd", "1er") is one. A unit has two letters at least ("8.5g" has none). */
  const RUN = /(?<![\p{L}\p{N}.,-])(\d+(?:[.,]\d+)*)(?!(?:st|nd|rd|th|er|re|do|ro|to|mo|vo|no|da|ra|ta|ma|va|na|ème|eme|te|ten)(?!\p{L}))(\p{L}{2,})(?![\p{L}\p{N}])/gu;
  const unitsApart = (text) => text.replace(RUN, "$1 $2");

  const plain = (text) => own.fold(text).toLowerCase().replace(/\s+/g, " ").trim();
  const spaced = (words) => words.replace(/(?<=\p{L})-(?=\p{L})/gu, " ");
  const letters = (text) => own.searchStem.words(spaced(text)).map((word) => word.replace(/'s$|'/g, ""));

  /* Where the words of `said` stand among stems, none of them taken; null if they do not. Parts divided by "+" stand anywhere. */
  const stand = (stems, taken, said) => {
    const all = [];
    for (const part of said.split(" + ")) {
      const wanted = letters(part).map(own.searchStem.stem);
      const at = stems.findIndex((_, from) => wanted.every((stem, index) => stems[from + index] === stem && !taken[from + index] && !all.includes(from + index)));
      if (at < 0 || !wanted.length) return null;
      wanted.forEach((_, index) => all.push(at + index));
    }
    return all;
  };

  /* The synonyms that stand in what was typed, those of most parts and words first. */
  const spoken = (words, taken) => {
    const stems = words.map(own.searchStem.stem);
    const found = own.searchData.synonyms.flatMap(({ said, means, stands }) => said.map((each) => ({ each, means, stands, parts: each.split(" + ").length, at: stand(stems, taken, each) })));
    return found.filter(({ at }) => at).sort((one, other) => other.parts - one.parts || other.at.length - one.at.length);
  };

  const searched = (text) => letters(text).filter((word) => !own.searchStem.small(word));

  /* A word as it is typed, as a term: together and apart where it has a hyphen. */
  const single = (word) => {
    const parts = own.searchStem.parts(word).filter((part) => !own.searchStem.small(part));
    if (!parts.length) return null;
    return { said: word, ways: parts.length > 1 ? [parts, [parts.join("")]] : [parts], begun: false, stands: false };
  };

  /* What to search for. `terms` each have the `ways` of saying them (words that must all be there; the first as typed, if an agreement
     has it) and whether the word may only be begun; `phrases` are the words of each that must stand side by side; `also` are words that
     are searched too (or for what was asked in several places), `instead` [said, words] those that stand for what no agreement says; `typed` every word,
     `amount` whether a number is asked for. */
  const understand = (text) => {
    const whole = plain(text);
    const phrases = [...whole.matchAll(/"([^"]+)"/g)].map((found) => own.searchStem.words(found[1])).filter((words) => words.length);
    const unquoted = whole.replace(/"[^"]*"/g, " ").replace(/"/g, " ");
    const open = withoutFrame(unitsApart(unquoted));
    const asked = own.searchStem.words(open);
    const terms = phrases.flatMap((words) => words.map(single)).filter((each) => each);
    const [also, instead] = [[], []];
    /* words with a hyphen count as several where a synonym is looked for */
    const apart = asked.flatMap((word, at) => letters(word).map((part) => ({ part, at })));
    const words = apart.map(({ part }) => part);
    const taken = words.map(() => false);
    for (const { each, means, stands, at } of spoken(words, taken)) {
      if (at.some((place) => taken[place])) continue;
      at.forEach((place) => { taken[place] = true; });
      const said = at.map((place) => words[place]);
      const ways = [...(stands ? [searched(said.join(" "))] : []), ...means.map(searched)].filter((way) => way.length);
      terms.push({ said: each.replace(/ \+ /g, " "), ways, begun: false, stands, spoken: true });
      const other = means.filter((mean) => !` ${words.join(" ")} `.includes(` ${letters(mean).join(" ")} `));
      if (stands || each.includes(" + ")) also.push(...other);
      else if (other.length) instead.push([each.replace(/ \+ /g, " "), other]);
    }
    asked.forEach((word, at) => {
      if (apart.some((part, place) => part.at === at && taken[place])) return;
      if (asked[at - 1] === "how" && HOW.test(word) && searched(open).some((other) => !HOW.test(other))) return;
      const term = single(word);
      if (!term || terms.some(({ said }) => said === term.said)) return;
      const last = at === asked.length - 1 && /[\p{L}\p{N}]$/u.test(open);
      terms.push({ ...term, begun: last && term.ways.length === 1 });
    });
    return { terms: told(terms), phrases, also, instead, typed: own.searchStem.words(whole), amount: asksAmount(whole), exact: phrases.length > 0 && !asked.length };
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

  own.searchWords = { plain, understand, distance, nearest, known };
})();
