/* Reads a citation as people type it: what is named, which agreement is meant, and the path of labels. Looks nothing up.
   `contractReference.reading` is for goto-find.js and goto-offers.js, which load after it. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const KEYS = new Map(Object.entries({
    article: "article articles art arts",
    section: "sectionsign section sections sec secs sect subsection paragraph paragraphs para paras par subparagraph clause",
    step: "step steps",
    item: "item items",
    appendix: "appendix app appx",
    attachment: "attachment att",
    table: "table tables tbl",
    page: "page pages pg pgs pp p",
    memorandum: "memo memos mou mous moa loi memorandum memorandums memoranda letter settlement",
    supplement: "supplement supplements supp supplemental supplementary",
    local: "lmou lmous",
    noise: "the of in at under see on re regarding about concerning and or to through for cba contract agreement agreements "
      + "national edition na understanding intent below above also",
  }).flatMap(([key, words]) => words.split(" ").map((word) => [word, key])));
  const CONTAINERS = ["appendix", "attachment", "memorandum", "supplement"];
  const OPEN = ["article", "section", "step", "item", "page", "table"];
  const LIST = /[,;&]|\band\b|\bor\b|\bto\b|\bthrough\b/;
  const ROMAN = /^(?=.)(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;
  const WORTH = { i: 1, v: 5, x: 10, l: 50, c: 100 };

  /* What looks alike becomes one: full-width letters, dashes, odd and invisible spaces, quotes; a § is a word. */
  const plain = (text) => text.normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff'’‘ʼ]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/§+/g, " sectionsign ")
    .replace(/¶+/g, " paragraph ");

  /* Numbers and words, each with what stands before it. `D~2` is the second D of a place, as addresses write it. */
  const lex = (text) => {
    const written = plain(text);
    let end = 0;
    return [...written.matchAll(/(?:\d+|\p{L}[\p{L}\p{M}]*)(?:~\d+)?/gu)].map((found) => {
      const token = { raw: found[0], v: found[0].toLowerCase(), before: written.slice(end, found.index), key: "" };
      end = found.index + found[0].length;
      token.key = KEYS.get(token.v) || "";
      return token;
    });
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
    if (at >= 0) tokens.splice(at, tokens[at + 2]?.v === "of" ? 4 : 2, { ...tokens[at], v: "lmou", raw: "LMOU", key: "local" });
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
    const year = takeYear(tokens);
    if (!year) return { named, year: 0 };
    const among = named || index;
    const begun = among.filter((entry) => entry.from === year || entry.lexed.some((words) => words.some((word) => word.v === String(year))));
    const running = among.filter((entry) => entry.from <= year && year <= entry.to);
    const meant = begun.length ? begun : running;
    return meant.length ? { named: meant, year: 0 } : { named, year: named ? 0 : year };
  };

  const takeYear = (tokens) => {
    const isYear = (token) => Boolean(token) && /^(19|20)\d\d$/.test(token.v);
    const at = tokens.findIndex((token, i) => isYear(token) && (tokens[i - 1] || {}).key !== "page");
    if (at < 0) return 0;
    const year = Number(tokens[at].v);
    const last = tokens[at + 1];
    const range = isNumber(last) && /^\s*-\s*$/.test(last.before) && (isYear(last) || last.v.length === 2);
    tokens.splice(at, range ? 2 : 1);
    return year;
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
        kept.push({ ...token, list: LIST.test(joined) || range(token) });
        joined = "";
      }
    }
    return kept;
  };

  /* "Section 5.G of Article 8", "Step 2 of Article 15": the outermost first. */
  const turned = (tokens) => {
    let at = tokens.findIndex((token) => CONTAINERS.includes(token.key));
    if (at < 0) at = tokens.findIndex((token) => token.key === "article" || token.key === "item");
    return at > 0 ? [...tokens.slice(at), ...tokens.slice(0, at)] : null;
  };

  /* "Article 12, page 8", "(2010 CBA, p. 206)": without the page. */
  const withoutPages = (tokens) => {
    const at = tokens.findIndex((token, i) => i > 0 && token.key === "page");
    if (at < 0) return null;
    let end = at + 2;
    while (isNumber(tokens[end]) && tokens[end].list) end += 1;
    return [...tokens.slice(0, at), ...tokens.slice(end)];
  };

  const ways = (tokens) => {
    const other = turned(tokens);
    const tail = tokens.length && (tokens[0].key === "section" || isLabel(tokens[0])); // "Section 5 of Article 38"
    const found = other && tail && ["article", "item"].includes(other[0].key) ? [other] : [tokens, other];
    for (const each of [...found]) if (each) found.push(withoutPages(each));
    return found.filter((each) => each && each.length);
  };

  /* What a text asks for; null if nothing in it could be a citation. */
  const read = (text, index) => {
    const tokens = joinLocal(lex(text));
    settlePages(tokens);
    const { named, year } = takeAgreements(tokens, index);
    const local = tokens.some((token) => token.key === "local");
    const rest = withoutNoise(tokens.filter((token) => token.key !== "local"));
    const kind = CONTAINERS.find((key) => rest.some((token) => token.key === key)) || "";
    const has = (key) => rest.some((token) => token.key === key);
    while (rest.length > 1 && OPEN.includes(rest[rest.length - 1].key)) rest.pop(); // "art 15 step", still being typed
    if (!rest.length && !named) return null;
    const [first] = rest.filter((token) => !["article", "section"].includes(token.key));
    const begins = rest.length ? rest[0].key : "";
    return {
      named, year, local, kind, rest,
      ways: ways(rest),
      item: has("item"),
      article: has("article"),
      explicit: local || has("article") || ["item", "section", ...CONTAINERS].includes(begins),
      relative: begins === "section" && rest[0].v !== "sectionsign" && !has("article") && !has("item") && !kind,
      roman: Boolean(first) && !isNumber(first) && roman(first.v) > 0,
    };
  };

  own.reading = { lex, read, roman, isNumber, isLabel };
})();
