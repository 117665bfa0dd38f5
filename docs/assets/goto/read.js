/* Reads a citation as people type it: what is named, which agreement is meant, and the path of labels. Looks nothing up.
   `contractReference.reading` is for goto/find.js and goto/offers.js, which load after it. The words for ranks and those that join
   citations, `rankWords`, in every language that texts are read in, are written by the build into goto/ranks.js; data/typed_words.py says how.
   Needs: editions, fold, rankWords. Gives: reading. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const NOISE = "the of in at under see on re regarding about concerning and or to through for cba contract agreement agreements "
    + "national edition na understanding intent below above also vs versus plus both either";
  const { ranks, of, and, noise, small, ordinals, whole } = own.rankWords;
  const KEYS = new Map(`${NOISE} ${noise}`.split(" ").map((word) => [word, "noise"]));
  /* How deep a level is by its name, where levels are named in another order than from the outermost; and which words name one rank. */
  const DEPTHS = new Map();
  const NAMES = new Map();
  ranks.forEach(([key, depth, words], number) => words.split(" ").forEach((word) => {
    KEYS.set(word, key);
    NAMES.set(word, number);
    if (depth !== null) DEPTHS.set(word, depth);
  }));
  const SMALL = new Set((small[document.documentElement.lang.slice(0, 2)] || "y").split(" "));
  /* What members of a field call an agreement that answers the lists of another, the usual word first. */
  const answering = [];
  const calledLocal = (words) => words.split(" ").filter((word) => word && !answering.includes(word)).forEach((word) => {
    answering.push(word);
    KEYS.set(word, "local");
  });
  const CONTAINERS = ["appendix", "attachment", "memorandum", "supplement"];
  const OPEN = ["article", "section", "step", "item", "page", "table"];
  const LIST = new RegExp(`[,;&]|(?<!\\p{L})(?:${and})(?!\\p{L})`, "u");
  const BETWEEN = new RegExp(`[;&]|(?<!\\p{L})(?!en(?!\\p{L}))(?:${and})(?!\\p{L})`, "u"); /* between citations of which each has its own head */
  const OF = new RegExp(`(?<!\\p{L})(?:${of})(?:\\s+(?:the|el|la|los|las|le|les|der|dem))?\\s*$`, "u"); /* what leads outwards */
  const HEADS = ["article", "item", "page", "table", "appendix", "attachment", "memorandum", "supplement"];
  const COUNTED = new Map(("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    + "eighteen nineteen").split(" ").map((word, at) => [word, at + 1]));
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").forEach((word, at) => COUNTED.set(word, (at + 2) * 10));
  const ROMAN = /^(?=.)(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;
  const WORTH = { i: 1, v: 5, x: 10, l: 50, c: 100 };

  /* "2nd step", "1st paragraph": the number stands behind what it numbers, where that is the name of a rank. */
  const numbered = (text) => text.replace(/(?<![\p{L}\d.-])(\d+)(?:st|nd|rd|th)(?!\p{L})(?:\s+(\p{L}+))?/giu, (all, number, word = "") => (
    NAMES.has(word.toLowerCase()) ? `${word} ${number}` : all.replace(/(?<=\d)\p{L}+/u, "")));

  /* What looks alike becomes one; a § is a word; `5ª`, `n.º 5` and `1er` are their numbers, `l'article` is two words. */
  const plain = (text) => own.fold(numbered(text).replace(/(?<=\d)(?:\s?\.?[ºª°]|er|re|ère)(?!\p{L})/gu, "").replace(/(?<!\p{L})n\.?\s?[ºª°]\s?/giu, " ")
    .replace(/(?<!\p{L})(?:de\s+)?(dell|d|l)['’](?=\p{L}{2})/giu, (_, word) => (word.toLowerCase() === "l" ? " le " : " de ")))
    .replace(/'/g, "").replace(/§+/g, " sectionsign ").replace(/¶+/g, " paragraph ");

  /* Numbers and words, each with what stands before it. `D~2` is the second D of a place, as addresses write it. */
  const lex = (text) => {
    const written = plain(text);
    let end = 0;
    const tokens = [...written.matchAll(/(?:\d+|\p{L}[\p{L}\p{M}]*)(?:~\d+)?/gu)].map((found) => {
      const token = { raw: found[0], v: found[0].toLowerCase(), before: written.slice(end, found.index), key: "" };
      end = found.index + found[0].length;
      token.key = KEYS.get(token.v) || "";
      return token;
    });
    tokens.forEach((token, at) => settleSmall(token, tokens[at - 1], tokens[at + 1]));
    return settleNumbers(tokens);
  };

  const worth = (token) => Number(token.v) || roman(token.v);

  /* "5 y 6", "a o b", "4 a 7": between two places a letter may only join them. `ст. 5`: a word of two letters may be a label without a number. */
  const settleSmall = (token, last, next) => {
    if (token.key && token.key !== "noise" && token.key !== "page" && token.v.length < 3 && !(isNumber(next) && /^\.?\s*$/.test(next.before))) token.key = "";
    if (!SMALL.has(token.v) || !last || !next || !/^[.)]?\s+$/.test(token.before) || !/^\s+\(?$/.test(next.before)) return;
    const grows = worth(last) > 0 && worth(next) > worth(last);
    if (["a", "bis"].includes(token.v) ? grows : isLabel(next) || next.key) token.key = "noise";
  };

  /* "Article twelve", "Steps one and two", "section thirty-nine": a number in letters counts after the name of what it numbers,
     and goes on in a list. */
  const settleNumbers = (tokens) => {
    let numbered = false;
    const kept = [];
    for (const token of tokens) {
      const last = kept[kept.length - 1];
      const ordinal = whole[token.v] || ordinals[token.v.replace(/[oa]$|(?<=em|er|nd)e$/, "")] || 0;
      const worth = COUNTED.get(token.v) || ordinal;
      const units = last && last.tens && worth > 0 && worth < 10 && /^[\s-]*$/.test(token.before);
      if (units) {
        Object.assign(last, { raw: `${last.raw}${token.before}${token.raw}`, v: String(Number(last.v) + worth), tens: false });
      } else {
        if (numbered && worth) Object.assign(token, { v: String(worth), tens: (worth > 19 || ordinal > 0) && worth % 10 === 0 });
        numbered = [...OPEN, "appendix", "attachment"].includes(token.key) || (numbered && (isNumber(token) || (token.key === "noise" && LIST.test(token.v))));
        kept.push(token);
      }
    }
    return kept;
  };

  const isNumber = (token) => Boolean(token) && /^\d/.test(token.v);
  const roman = (word) => {
    if (!ROMAN.test(word)) return 0;
    return [...word].reduce((sum, letter, at) => sum + (WORTH[letter] < (WORTH[word[at + 1]] || 0) ? -1 : 1) * WORTH[letter], 0);
  };
  /* Whether a token can be the label of a provision; words, and the numbers of statutes and cases, cannot. */
  const isLabel = (token) => (isNumber(token) ? Number.parseInt(token.v, 10) < 1000 : short(token));
  const short = (token) => token.v.replace(/~\d+$/, "").length <= 2 || roman(token.v) > 0;

  /* `p` is a page only where a number follows and no full stop ties it to a label (`8.5.G.p2` is a paragraph). */
  const settlePages = (tokens) => tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    if (token.key !== "page") return;
    const tied = token.v === "p" && at > 0 && /^[.]?$/.test(token.before);
    if (tied || !next || !(isNumber(next) || roman(next.v))) token.key = "";
  });

  /* "Local Memorandum of Understanding" is one name. */
  const joinLocal = (tokens) => {
    const at = tokens.findIndex((token, i) => token.v === "local" && (tokens[i + 1] || {}).key === "memorandum");
    if (at >= 0) tokens.splice(at, tokens[at + 2]?.v === "of" ? 4 : 2, { ...tokens[at], v: answering[0] || "local", key: "local" });
    return tokens;
  };

  const same = (tokens, words, at) => words.every((word, i) => tokens[at + i] && tokens[at + i].v === word.v);

  /* Take the names, addresses and years of agreements out of the words. Returns the agreements meant, or null for any. */
  const takeAgreements = (tokens, index) => {
    let named = null;
    let longest = [];
    for (const entry of index) {
      for (const words of entry.lexed) {
        const at = words.length > 1 && words.length >= longest.length ? tokens.findIndex((_, i) => same(tokens, words, i)) : -1;
        if (at < 0) continue;
        named = words.length > longest.length || !named ? new Set([entry]) : named.add(entry);
        longest = words;
      }
    }
    named &&= [...named];
    if (named) tokens.splice(tokens.findIndex((_, i) => same(tokens, longest, i)), longest.length);
    const { year, last } = takeYear(tokens);
    if (!year) return { named, year: 0, shared: [] };
    const { meant, shared } = own.editions.dated(named || index, year, last);
    return meant.length ? { named: meant, year: 0, shared } : { named, year: named ? 0 : year, shared };
  };

  const takeYear = (tokens) => {
    const isYear = (token) => Boolean(token) && /^(19|20)\d\d$/.test(token.v);
    const at = tokens.findIndex((token, i) => isYear(token) && (tokens[i - 1] || {}).key !== "page");
    if (at < 0) return { year: 0, last: 0 };
    const [first, last] = tokens.slice(at, at + 2);
    const range = isNumber(last) && /^\s*-\s*$/.test(last.before) && (isYear(last) || last.v.length === 2);
    tokens.splice(at, range ? 2 : 1);
    return { year: Number(first.v), last: range ? Number(first.v.slice(0, 4 - last.v.length) + last.v) : 0 };
  };

  /* Without the words that only join, which leave their trace in `list`: whether the token goes on a list (`4.a, b or c`,
     `5-7`; the form I-9 is no list). */
  const withoutNoise = (tokens) => {
    const kept = [];
    let joined = "";
    const range = (token) => kept.length > 0 && joined.includes("-") && isNumber(token) === isNumber(kept[kept.length - 1]);
    for (const token of tokens) {
      joined += token.before;
      if (token.key === "noise") {
        joined += ` ${token.v} `;
      } else {
        kept.push({ ...token, list: LIST.test(joined) || range(token), of: OF.test(joined) });
        joined = "";
      }
    }
    return kept;
  };

  /* "Capítulo III, artículo 5": what stands over articles says nothing where the article is named; else its name is a word like any other. */
  const withoutGroups = (tokens) => {
    const has = (keys) => tokens.some((token) => keys.includes(token.key));
    if (!has(["article"]) || has(CONTAINERS)) return tokens.map((token) => (token.key === "chapter" ? { ...token, key: "" } : token));
    return cut(tokens, (token) => Boolean(token.key)).filter(([first]) => first?.key !== "chapter").flat();
  };

  /* Words cut before each token that begins something. */
  const cut = (tokens, begins) => tokens.reduce((parts, token, at) => {
    if (at && begins(token)) parts.push([]);
    parts[parts.length - 1].push(token);
    return parts;
  }, [[]]);

  const rank = (token) => DEPTHS.get(token.v) ?? DEPTHS.get(token.key);

  /* "paragraph B, Section 2, Article 2": each level once, each named, the finest first. */
  const byRank = (tokens) => {
    const parts = cut(tokens, (token) => rank(token) !== undefined);
    const ranks = parts.map(([first]) => rank(first) ?? (parts.some(([each], at) => at && rank(each) === 0) ? 9 : -1));
    if (new Set(ranks).size < ranks.length) return tokens;
    return parts.map((part, at) => ({ part, at })).sort((one, other) => ranks[one.at] - ranks[other.at]).flatMap(({ part }) => part);
  };

  /* "Subsection G of Section 5 of Article 8", "Step 2 of Article 15": the outermost first; null if it is so. */
  const outward = (tokens) => {
    const parts = cut(tokens, (token) => token.of && (rank(token) !== undefined || CONTAINERS.includes(token.key) || isLabel(token)));
    const made = parts.reverse().flatMap(byRank);
    return made.some((token, at) => token !== tokens[at]) ? made : null;
  };

  /* "Night Watches MOU 2.C": what a part is called by may stand after its name. */
  const turned = (tokens) => {
    let at = tokens.findIndex((token) => CONTAINERS.includes(token.key));
    if (at < 0) at = tokens.findIndex((token) => token.key === "article" || token.key === "item");
    return at > 0 ? [...tokens.slice(at), ...tokens.slice(0, at)] : null;
  };

  /* "Article 12, page 8", "(2024 CBA, p. 206)": without the page. */
  const withoutPages = (tokens) => {
    const at = tokens.findIndex((token, i) => i > 0 && token.key === "page");
    if (at < 0) return null;
    let end = at + 2;
    while (isNumber(tokens[end]) && tokens[end].list) end += 1;
    return [...tokens.slice(0, at), ...tokens.slice(end)];
  };

  const ways = (tokens) => {
    if (!tokens.length) return [];
    const other = outward(tokens) || turned(tokens);
    const tail = ["section", "step"].includes(tokens[0].key) || isLabel(tokens[0]); // "Section 5 of Article 38"
    const found = other && tail && ["article", "item"].includes(other[0].key) ? [other] : [tokens, other];
    for (const each of [...found]) if (each) found.push(withoutPages(each));
    return found.filter((each) => each && each.length);
  };

  /* What a text asks for; null if nothing in it could be a citation. */
  const read = (text, index) => {
    const tokens = joinLocal(lex(text));
    settlePages(tokens);
    const { named, year, shared } = takeAgreements(tokens, index);
    const local = tokens.some((token) => token.key === "local");
    const rest = withoutGroups(withoutNoise(tokens.filter((token) => token.key !== "local")));
    const kind = CONTAINERS.find((key) => rest.some((token) => token.key === key)) || "";
    const has = (key) => rest.some((token) => token.key === key);
    while (rest.length > 1 && OPEN.includes(rest[rest.length - 1].key)) rest.pop(); // "art 15 step", still being typed
    if (!rest.length && !named) return null;
    const outermost = ways(rest);
    const [first] = (outermost[0] || []).filter((token) => !["article", "section"].includes(token.key));
    const begins = rest.length ? rest[0].key : "";
    return {
      named, year, shared, local, kind, rest,
      ways: outermost,
      item: has("item"),
      article: has("article"),
      explicit: local || has("article") || ["item", "section", ...CONTAINERS].includes(begins),
      relative: !has("article") && !has("item") && !kind, // which part is meant, no word says
      roman: Boolean(first) && !isNumber(first) && roman(first.v) > 0,
    };
  };

  const textOf = (tokens) => tokens.map((token) => token.before + token.raw).join("").replace(/^[^\p{L}\p{N}§¶(]+/u, "");

  /* Texts cut where a new one begins, without the words that join it to the one before. */
  const cutText = (tokens, begins) => cut(tokens, begins).map((part) => {
    let end = part.length;
    while (end > 1 && part[end - 1].key === "noise" && BETWEEN.test(part[end - 1].v)) end -= 1;
    return textOf(part.slice(0, end));
  });

  /* What joins each token to the last one that is no mere word between. */
  const joints = (tokens) => {
    let joined = "";
    return new Map(tokens.map((token) => {
      const before = joined + token.before;
      joined = token.key === "noise" ? `${before} ${token.v} ` : "";
      return [token, before];
    }));
  };

  /* "Article 8 and Article 12", "p. 16; p. 93": the citations of which each says what it cites; null if there is one. */
  const severalHeads = (text) => {
    const tokens = lex(text);
    settlePages(tokens);
    const [first] = tokens.filter((token) => token.key !== "noise");
    const before = joints(tokens);
    const isHead = (token) => HEADS.includes(token.key) || token.v === "sectionsign";
    const begins = (token) => token !== first && isHead(token)
      && (BETWEEN.test(before.get(token)) || (before.get(token).includes(",") && token.key === first.key));
    return first && (isHead(first) || isNumber(first)) && tokens.some(begins) ? cutText(tokens, begins) : null;
  };

  /* "8.5.G and 99.9", "Tables 1.1 and 1.2": the members of a list, each with what the first is called by, and whether their numerals
     are of two kinds, as those of two editions; null if there is one. */
  const severalLabels = (text) => {
    const tokens = lex(text);
    settlePages(tokens);
    const [first] = tokens.filter((token) => token.key !== "noise");
    const before = joints(tokens);
    const begins = (token) => token !== first && (isNumber(token) || roman(token.v) > 0) && /[,;&]|\p{L}/u.test(before.get(token))
      && LIST.test(before.get(token));
    if (!first || !(isNumber(first) || roman(first.v) || HEADS.includes(first.key)) || !tokens.some(begins)) return null;
    const head = HEADS.includes(first.key) ? `${first.raw} ` : "";
    const starts = [first, ...tokens.filter(begins)].filter((token) => token.key === "" || !head);
    const mixed = new Set(starts.map(isNumber)).size > 1;
    return { mixed, texts: cutText(tokens, begins).map((part, at) => (at ? head + part : part)) };
  };

  /* "8.5.G is the rule": the pinpoint before a sentence; "" where a figure is none (8.5 hours), or no word longer than a label is behind. */
  const beforeSentence = (text) => {
    const [, pinpoint = "", sentence = ""] = text.match(/^\s*(\d+(?:\.?\([\p{L}\d]{1,4}\)|\.[\p{L}\d]{1,4})+)[,:]?\s+(\p{L}.*)$/u) || [];
    const [next, ...others] = lex(sentence).filter((token) => token.key !== "noise");
    const goesOn = !next || (next.key && others.length > 0 && isLabel(others[0])) || LIST.test(sentence.split(/\s/)[0]);
    return /\p{L}/u.test(pinpoint) && !goesOn && [next, ...others].some((token) => !isLabel(token)) ? pinpoint : "";
  };

  /* `125c4` as it may have been meant: 12.5.c.4, 1.25.c.4, 1.2.5.c.4; none without a letter. */
  const runTogether = (text) => {
    const [, run] = plain(text).match(/^\s*(?:art(?:icle)?\.?\s*|sectionsign\s*)?(\d{2,4}[a-z][\da-z]{0,5})\s*[.)]?\s*$/i) || [];
    const pieces = (run || "").match(/\d+|[a-z]+/gi) || [];
    const ways_ = pieces.map((piece) => (isNumber({ v: piece }) ? splits(piece) : [piece]));
    const all = ways_.reduce((found, each) => found.flatMap((begun) => each.map((piece) => [...begun, piece])), [[]]);
    return all.map((each) => each.join(".")).filter((each) => each !== pieces.join("."));
  };
  const splits = (digits) => (!digits ? [""] : [1, 2].filter((length) => length <= digits.length && digits[0] !== "0")
    .flatMap((length) => splits(digits.slice(length)).map((rest) => [digits.slice(0, length), rest].filter(Boolean).join("."))));

  /* Whether two words name one rank: "cláusula", "clauses". */
  const sameRank = (one, other) => Boolean(one && other) && NAMES.has(one.v) && NAMES.get(one.v) === NAMES.get(other.v);

  own.reading = { lex, read, sameRank, calledLocal, roman, isNumber, isLabel, severalHeads, severalLabels, runTogether, beforeSentence };
})();
