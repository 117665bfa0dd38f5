/* What a citation offers: which agreements it may mean, where it leads in them, and what is not there. Loads the tables
   that it needs. `contractReference.findOffers` is for goto.js, which says what it promises. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { read, lex, isNumber, isLabel, roman } = own.reading;
  const { grow, find, verbatim, citation } = own.finding;
  const OTHERS = 4;
  const MOST = 8;
  const trees = new Map();
  let index = null;

  const load = (path) => own.load(`go/${path}.js`);

  const entries = async () => {
    if (index) return index;
    if (!own.goIndex) await load("index");
    const held = ([slug]) => !own.held || own.held.includes(slug); // in a folder to carry away: the agreements it holds
    index = own.goIndex.filter(held).map(([slug, brief, names, status, kind, from, to, implement, at, kinds, tops]) => ({
      slug, brief, status, kind, from, to, implement, at, kinds: kinds.split(" "), tops: tops.toLowerCase().split(" "),
      lexed: [slug, brief, ...names].map(lex),
    }));
    return index;
  };

  /* The tree of an agreement; null if its table is not there, as in a folder that holds one agreement only. */
  const treeOf = async (entry) => {
    if (!trees.has(entry.slug)) {
      if (!(own.goTables || {})[entry.slug]) await load(entry.slug).catch(() => {});
      const table = (own.goTables || {})[entry.slug];
      if (!table) return null;
      trees.set(entry.slug, grow(entry, table));
    }
    return trees.get(entry.slug);
  };

  /* Addresses, as pasted from a page, a mail or a newsletter */
  const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };

  /* The citation in an address of /go/, or of no page (`/8.5.G`), or below an agreement (`memo/job-audits/#2`); else the text. */
  const unwrapped = (text) => {
    const asked = text.match(/[?&]c=([^&#]*)/);
    if (asked) return decoded(asked[1].replace(/\+/g, " "));
    if (!/[/#]/.test(text)) return text;
    const [path, hash = ""] = decoded(text).split(/#(.*)/s);
    if (/(^|\/)(go|(article|item)-[^/]*)\/?$/.test(path.replace(/\?.*/, "")) && hash) return hash;
    if (!hash && !/^(\w+:\/)?\//.test(path)) return text;
    return `${path.replace(/^\w+:\/\/[^/]*/, "").replace(/\?.*/, "").replace(/(^|\/)go\//, " ").replace(/\//g, " ")} ${hash}`;
  };

  /* `…/national-2010/article-8/#8.5.G`: agreement, page and anchor; null if no agreement's address is in the text. */
  const address = (text, all) => {
    const [path, hash = ""] = decoded(text.trim()).replace(/[.,;)\]>]+$/, "").split(/#(.*)/s);
    const steps = path.replace(/\?.*/, "").split("/").filter(Boolean);
    const at = steps.findIndex((step) => all.some((entry) => entry.slug === step.toLowerCase()));
    if (at < 0 || (steps.length === 1 && !text.includes("/") && !hash)) return null;
    return { entry: all.find((entry) => entry.slug === steps[at].toLowerCase()), page: steps.slice(at + 1).join("/").toLowerCase(), anchor: hash };
  };

  /* The place at an address: exactly it, or the nearest above it; null if the agreement has no such page. */
  const atAddress = async ({ entry, page, anchor }) => {
    if (!page && !anchor) return [whole(entry, true)];
    const tree = await treeOf(entry);
    if (!tree) return null;
    const own_ = page.replace(/\/history$/, ""); /* the page of all editions of a part speaks of that part */
    const part = tree.parts.find((each) => each.id === own_ || each.also === own_);
    const list = !part && tree.lists.find(([name]) => name === page);
    if (list) return [whole(entry, true, ...list)];
    if (!part) return null;
    if (!anchor) return [offered(entry, { node: part.root, block: "", exact: true, rest: [] }, { bare: true })];
    const steps = anchor.split(".");
    for (let count = steps.length; count > 0; count -= 1) {
      const found = anchored(tree, part, steps.slice(0, count).join("."));
      if (found) return [offered(entry, { ...found, exact: count === steps.length, rest: steps.slice(count).map((raw) => ({ raw, key: "", v: raw })) })];
    }
    return [offered(entry, { node: part.root, block: "", exact: false, rest: [{ raw: anchor, key: "", v: anchor }] })];
  };

  /* The anchor in the case it is printed in, or in any; case decides where two differ in nothing else. */
  const anchored = (tree, part, anchor) => {
    const places = part.nodes.flatMap((node) => [
      { node, block: "", name: node.anchor },
      ...node.blocks.map((block) => ({ node, block, name: blockAnchor(node, block) })),
      ...node.pages.map((page) => ({ node, block: "", page, name: `page-${page}` })),
    ]);
    tree.tables.forEach(([name, at, table, title]) => {
      if (tree.parts[at] === part) places.push({ node: part.root, block: "", table: { name, anchor: table, title }, name: table });
    });
    return places.find((each) => each.name === anchor) || places.find((each) => each.name.toLowerCase() === anchor.toLowerCase());
  };

  const blockAnchor = (node, block) => (node.pinpoint && block !== "caption" ? `${node.anchor}.${block}` : block);

  /* Offers */
  const offered = (entry, found, { bare = false } = {}) => {
    const { node, block, page, table } = found;
    const anchor = page ? `page-${page}` : table ? table.anchor : block ? blockAnchor(node, block) : node.anchor;
    const path = node.part.id;
    return {
      entry, node, found, opening: table ? table.title : "",
      offer: {
        url: `${entry.slug}/${path}/${bare ? "" : `#${anchor}`}`,
        citation: cited(found), opening: "", agreement: entry.brief, status: entry.status, exact: found.exact,
      },
    };
  };

  const cited = ({ node, block, page, table, listed }) => {
    const where = citation(node);
    if (listed) return `${listed} (listed only)`;
    if (page) return `p. ${page}, in ${where}`;
    if (table) return `${table.name}, in ${where}`;
    if (!block) return where;
    const [, kind, number] = block.match(/^([pt])(\d+)$/) || [];
    return kind ? `${where}, ${kind === "p" ? "paragraph" : "table"} ${number}` : where;
  };

  /* An agreement's own page, or one of its lists. */
  const whole = (entry, exact, list = "", title = "") => ({
    entry, node: null, found: { rest: [] }, opening: title ? "" : "Contents",
    offer: { url: `${entry.slug}/${list ? `${list}/` : ""}`, citation: title || entry.brief, opening: "", agreement: entry.brief, status: entry.status, exact },
  });

  /* What is not there, in words. */
  const missing = (best) => {
    const { entry, found, node } = best;
    if (best.offer.exact) return "";
    if (found.nopage) return `The ${entry.brief} has no printed page ${found.nopage}.`;
    if (found.listed) return `“${found.listed}” is only listed in the ${entry.brief}; its words are in an earlier agreement.`;
    if (found.absent) return `The ${entry.brief} has no ${found.absent}.`;
    const typed = found.rest.map((token, at) => (at ? (found.rest[at - 1].key ? " " : ".") : "") + token.raw).join("");
    const words = found.rest.some((token) => !isLabel(token) && !token.key);
    return typed && !words ? `The ${entry.brief} has no “${typed}” below ${citation(node)}.` : "";
  };

  const withOpenings = (chosen) => Promise.all(chosen.map(async (each) => {
    if (each.node && !each.opening) {
      const name = `${each.entry.slug}/${each.node.part.id}`;
      if (!(own.goWords || {})[name]) await load(name).catch(() => {});
      each.opening = ((own.goWords || {})[name] || [])[each.node.place] || "";
    }
    return { ...each.offer, opening: each.opening };
  }));

  /* Which agreements to look in, the likeliest first. */
  const candidates = (ask, all, preferred) => {
    const first = all.filter((entry) => entry.slug === preferred && !ask.named);
    const among = (ask.named || all).filter((entry) => !first.includes(entry));
    const local = ask.item || ask.local;
    const fitting = ask.named ? among : among.filter((entry) => (entry.kind === "local") === local && mayHave(entry, ask));
    const numerals = (entry) => (entry.tops.some((top) => roman(top) > 0) === ask.roman ? 0 : 1);
    const sorted = ask.named && ask.named.length === 1 ? fitting : fitting.sort((one, other) => (ask.roman ? numerals(one) - numerals(other) : 0));
    return [...first, ...sorted].slice(0, OTHERS);
  };

  /* Whether an agreement has parts of the kind that is asked for, or the article. */
  const mayHave = (entry, ask) => {
    if (ask.kind) return entry.kinds.includes(ask.kind);
    if (bareNumber(ask)) return true;
    const labels = ask.ways.map((path) => path.find((token) => !["article", "item", "section"].includes(token.key)));
    const worth = (label) => Number(label) || roman(label);
    if (!labels.every((label) => label && worth(label.v)) || ask.rest.some((token) => ["page", "table"].includes(token.key))) return true;
    return labels.some((label) => entry.tops.some((top) => worth(top) === worth(label.v)));
  };

  /* Items of local memoranda are items of an article too. */
  const implemented = async (ask, chosen, all) => {
    const seen = new Set();
    const found = [];
    for (const { entry, node } of chosen.filter((each) => each.node && each.entry.implement)) {
      const target = all.find((each) => each.slug === entry.implement);
      const top = node.anchor.split(".")[0];
      if (!target || seen.has(`${target.slug} ${top}`)) continue;
      seen.add(`${target.slug} ${top}`);
      const typed = read(`${entry.at} ${top}`, []);
      const tree = await treeOf(target);
      const places = tree ? find(tree, typed).filter((each) => each.exact) : [];
      found.push(...places.map((each) => offered(target, { ...each, exact: false, implements: true })));
    }
    return found;
  };

  const bareNumber = (ask) => ask.rest.length === 1 && isNumber(ask.rest[0]) && !ask.explicit;

  /* All places in the agreements that may be meant: exact ones, and the nearest in the likeliest. */
  const search = async (ask, all, preferred, straight) => {
    const found = [];
    for (const entry of candidates(ask, all, preferred)) {
      const tree = await treeOf(entry);
      if (!tree) continue;
      const places = find(tree, ask).map((each) => offered(entry, { ...each, exact: each.exact && !ask.year }));
      const pages = bareNumber(ask) && !found.length
        ? find(tree, { ...ask, rest: [{ v: "p", raw: "p", key: "page" }, ask.rest[0]] }).filter((each) => each.exact) : [];
      const exact = places.filter((each) => each.found.exact);
      found.push(...(exact.length || !found.length ? places : []), ...pages.map((each) => offered(entry, { ...each, exact: false })));
      if (straight && exact.length) break;
    }
    if (ask.roman) found.sort((one, other) => other.found.exact - one.found.exact); // numerals do not say which edition is meant
    return ask.item || ask.local ? [...found, ...await implemented(ask, found, all)] : found;
  };

  /* Without a word that says so, a letter alone is no citation, and Roman numerals are one only if all of it is there. */
  const isCitation = (ask, found) => {
    if (ask.explicit || ask.named || !ask.roman) return true;
    return found.some((each) => each.found.exact) && (ask.rest.length > 1 || ask.rest[0].v.length > 1);
  };

  /* Words that are names of agreements ("Des Moines item 14"), tried where nothing was found without them. */
  const hinted = (text, all) => {
    const words = lex(text).filter((token) => token.v.length > 2 && !token.key && !isNumber(token));
    const named = (entry) => words.filter((word) => entry.lexed.some((name) => name.some((each) => each.v === word.v)));
    const most = Math.max(0, ...all.map((entry) => named(entry).length));
    if (!most) return null;
    const meant = all.filter((entry) => named(entry).length === most);
    const known = named(meant[0]).map((word) => word.v);
    const again = read(plainly(text, known), all) || (known.length > 1 ? { rest: [], ways: [], year: 0 } : null);
    return again && { ...again, named: again.named || meant };
  };
  const plainly = (text, known) => lex(text).filter((token) => !known.includes(token.v)).map((token) => token.before + token.raw).join("");

  const nothing = { offers: [], missing: "" };

  const findOffers = async (text, { agreement = "", straight = false }) => {
    const all = await entries();
    const pasted = address(text, all);
    const direct = pasted && await atAddress(pasted);
    if (direct) return answer(direct, straight);
    const typed = pasted ? `${pasted.entry.slug} ${(pasted.anchor || pasted.page).replace(/\//g, " ")}` : unwrapped(text);
    let ask = read(typed, all);
    let found = ask && ask.rest.length ? await search(ask, all, agreement, straight) : [];
    if (ask && ask.rest.length && (!found.length || !isCitation(ask, found))) {
      const other = hinted(typed, all);
      if (other) [ask, found] = [other, other.rest.length ? await search(other, all, agreement, straight) : []];
    }
    if (!found.length) found = await verbatimly(typed, all, agreement);
    if (!ask) return nothing;
    if (!found.length) found = ask.rest.length ? contents(ask, all) : agreements(ask, typed);
    if (!found.length || !isCitation(ask, found)) return nothing;
    const result = await answer(found, straight);
    return ask.year ? { ...result, missing: `There is no agreement of ${ask.year} here. ${result.missing}`.trim() } : result;
  };

  /* A part called exactly as it is cited, though its name is made of words that mean something else ("Table of Contents"). */
  const verbatimly = async (typed, all, preferred) => {
    const tokens = lex(typed);
    const words = tokens.filter((token) => token.v.length > 2 && !isNumber(token));
    if (!words.some((token) => token.key) || words.length < 2) return [];
    const first = all.filter((entry) => entry.slug === preferred);
    for (const entry of [...first, ...all.filter((each) => each.slug !== preferred)].slice(0, OTHERS)) {
      const tree = await treeOf(entry);
      const places = tree ? verbatim(tree, tokens) : [];
      if (places.length) return places.map((each) => offered(entry, each));
    }
    return [];
  };

  /* Agreements that are named and nothing in them; a year alone may mean something else. */
  const agreements = (ask, typed) => ask.named.map((entry) => whole(entry, ask.named.length === 1 && /\p{L}/u.test(typed)));

  /* The contents, where an article, item or table that is named does not exist. */
  const contents = (ask, all) => {
    const [first, second] = ask.rest.filter((token) => !token.key || token.key === "table");
    const table = first && first.key === "table";
    const number = table ? second : first;
    const meant = ask.article || ask.item || table || (second && ask.rest.every(isLabel));
    if (ask.kind || !meant || !number || !(isNumber(number) || roman(number.v))) return [];
    const kind = ask.item || ask.local ? "local" : "national";
    const entry = (ask.named || all.filter((each) => each.kind === kind))[0];
    if (!entry) return [];
    const word = table ? "Table" : entry.kind === "local" ? "Item" : "Article";
    const label = table ? ask.rest.slice(ask.rest.indexOf(second)).map((token) => token.raw).join(".") : number.raw;
    return [{ ...whole(entry, false), found: { rest: [], absent: `${word} ${label}` } }];
  };

  const answer = async (found, straight) => {
    const seen = new Set();
    const chosen = found.filter(({ offer }) => !seen.has(offer.url) && seen.add(offer.url)).slice(0, MOST);
    const said = missing(chosen[0]);
    const offers = straight ? chosen.map((each) => each.offer) : await withOpenings(chosen);
    return { offers, missing: said };
  };

  own.findOffers = findOffers;
})();
