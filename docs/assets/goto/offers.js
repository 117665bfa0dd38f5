/* What a citation offers: which agreements it may mean, where it leads in them, and what is not there. Loads the tables
   that it needs. `contractReference.findOffers` is for goto.js, which says what it promises.
   Needs: anchors, compared, decoded, editions, finding, goIndex, goTables, held, heldOfMore, load, offering, paths, reading. Gives: findOffers. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { read, lex, calledLocal, isNumber, isLabel, roman, severalHeads, severalLabels, runTogether, beforeSentence } = own.reading;
  const { grow, find, below, verbatim, citation } = own.finding;
  const { titled, blockAnchor, offered, whole, missing, unlooked, withOpenings } = own.offering;
  const { open, passed } = own.editions;
  const { cleaned, same } = own.anchors;
  const { steps: stepsOf, withoutEnding } = own.paths;
  const OTHERS = 4;
  const MOST = 8;
  const trees = new Map();
  let index = null;

  const load = (path) => own.load(`go/${path}.js`);

  const entries = async () => {
    if (index) return index;
    if (!own.goIndex) await load("index");
    /* In a folder to carry away there are the agreements that it holds; of what is saved the others are known, but cannot be looked in. */
    const held = ([slug]) => !own.held || own.heldOfMore || own.held.includes(slug);
    own.goIndex.filter(held).forEach((entry) => calledLocal(entry[12]));
    index = own.goIndex.filter(held).map(([slug, brief, names, status, answers, from, to, implement, at, kinds, tops, bare, , standing, agreement]) => ({
      slug, brief, status, standing: standing || status, agreement: agreement || slug, answers, bare, from, to, implement, at, kinds: kinds.split(" "), tops: tops.toLowerCase().split(" "),
      romans: tops.toLowerCase().split(" ").some((top) => roman(top) > 0), lexed: [slug, brief, ...names].map(lex),
    }));
    return index;
  };

  /* The tree of an agreement; null if its table is not there, as in a folder that holds one agreement only. */
  const treeOf = async (entry) => {
    if (own.held && !own.held.includes(entry.slug)) return null;
    if (!trees.has(entry.slug)) {
      if (!(own.goTables || {})[entry.slug]) await load(entry.slug).catch(() => {});
      const table = (own.goTables || {})[entry.slug];
      if (!table) return null;
      trees.set(entry.slug, grow(entry, table));
    }
    return trees.get(entry.slug);
  };

  /* Addresses, as pasted from a page, a letter or a newsletter */
  /* The citation in an address of /go/, or of no page (`/8.5.G`), or below an agreement (`memo/job-audits/#2`); else the text. */
  const unwrapped = (text) => {
    const asked = text.match(/[?&]c=([^&#]*)/);
    if (asked) return own.decoded(asked[1].replace(/\+/g, " "));
    if (!/[/#]/.test(text)) return text;
    const [written_, hash = ""] = own.decoded(text).split(/#(.*)/s);
    const path = withoutEnding(written_);
    if (/(^|\/)(go|(article|item)-[^/]*)\/?$/.test(path.replace(/\?.*/, "")) && hash) return hash;
    if (!hash && !/^(\w+:\/)?\//.test(path)) return text;
    return `${path.replace(/^\w+:\/\/[^/]*/, "").replace(/\?.*/, "").replace(/(^|\/)go\//, " ").replace(/\//g, " ")} ${hash}`;
  };

  /* `…/keepers-2024/article-8/#8.5.G`: agreement, page, anchor, and the words after it; null if no agreement's address is in the text. */
  const address = (text, all) => {
    const [path, hash = ""] = text.trim().split(/#(.*)/s);
    const steps = stepsOf(path);
    const at = steps.findIndex((step) => all.some((entry) => entry.slug === step.toLowerCase()));
    if (at < 0 || (steps.length === 1 && !text.includes("/") && !hash)) return null;
    const page = steps.slice(at + 1).join("/").toLowerCase();
    return { entry: all.find((entry) => entry.slug === steps[at].toLowerCase()), page, ...cleaned(own.decoded(hash)) };
  };

  /* Where the words at a published address went: its own entry wins over all that is like it. */
  const movedTo = (tree, page, anchor) => {
    const names = new Map((tree.moved || []).map(([old, now]) => [old, now]));
    const [old] = same(anchor ? `${page}/#${anchor}` : `${page}/`, [...names.keys()]);
    const page_ = names.get(`${page}/`); /* a page that moved took its anchors with it */
    return names.get(old) || (page_ && anchor ? `${page_.split("#")[0]}#${anchor}` : "");
  };

  /* The places at an address: exactly it, or what it may mean; null if the agreement has no such page. */
  const atAddress = async ({ entry, page, anchor }, all) => {
    if (!page && !anchor) return [whole(entry, true)];
    const tree = await treeOf(entry);
    if (!tree) return null;
    const own_ = page.replace(/\/history$/, ""); /* the page of all editions of a part speaks of that part */
    const part = own_ && tree.parts.find((each) => each.id === own_ || each.also === own_);
    const places = part && anchor ? anchored(tree, part) : [];
    const here = same(anchor, places.map(({ name }) => name));
    const moved = here[0] === anchor ? "" : movedTo(tree, own_, anchor);
    if (moved) return atAddress(address(moved, all), all);
    const list = !part && tree.lists.find(([name]) => name === page);
    if (list && !anchor) return [whole(entry, true, ...list)];
    if (!part) return null;
    if (!anchor) return [offered(entry, { node: part.root, block: "", exact: true, rest: [] }, { bare: true })];
    if (here.length) return here.map((name) => offered(entry, { ...places.find((each) => each.name === name), exact: true, rest: [] }));
    return written(tree, part, anchor).map((found) => offered(entry, found));
  };

  /* What an anchor means that no place of a part has: the place that it cites, in the part or elsewhere, or the nearest above it. */
  const written = (tree, part, anchor) => {
    const page = anchor.match(/^page-(.*)/);
    const [where, text, number] = [citation(part.root), titled(tree.entry), page?.[1]];
    const lacking = page ? say`${where} of the ${text} has no printed page ${number}.` : say`${where} of the ${text} has no “${anchor}”.`;
    const steps = anchor.split(".");
    const cited = read(anchor.replace(/^page-/, "p. "), []);
    const apart = part.body ? runTogether(anchor).flatMap((words) => find(tree, read(words, [])).filter((each) => each.exact)) : [];
    const found = !cited ? [] : apart.length ? apart : part.body || page ? find(tree, cited) : below(part.root, cited);
    const inside = found.filter((each) => each.node.part === part);
    if (inside.some((each) => each.exact)) return inside.filter((each) => each.exact);
    for (let count = steps.length - 1; count > 0; count -= 1) {
      const near = steps.slice(0, count).join(".");
      const places = anchored(tree, part).filter(({ name }) => same(near, [name]).length);
      if (places.length) return [{ ...places[0], exact: false, rest: rest(steps.slice(count)) }];
    }
    const alone = !cited || (cited.rest.length === 1 && !part.body); // `#x` of a memorandum is nothing of an article
    const others = (part.body ? found : alone ? [] : find(tree, cited)).filter((each) => each.exact);
    if (others.length) return others.map((each) => ({ ...each, lacking }));
    if (found.some((each) => each.nopage)) return found;
    return [{ node: part.root, block: "", exact: false, rest: [], lacking }];
  };
  const rest = (steps) => steps.map((raw) => ({ raw, key: "", v: raw }));

  /* Every place of a part with its anchor. */
  const anchored = (tree, part) => {
    const places = part.nodes.flatMap((node) => [
      { node, block: "", name: node.anchor },
      ...node.blocks.map((block) => ({ node, block, name: blockAnchor(node, block) })),
      ...node.pages.map((page) => ({ node, block: "", page, name: `page-${page}` })),
    ]);
    tree.tables.forEach(([name, at, table, title]) => {
      if (tree.parts[at] === part) places.push({ node: part.root, block: "", table: { name, anchor: table, title }, name: table });
    });
    return places;
  };

  /* Which agreements to look in, the likeliest first. */
  const candidates = (ask, all, preferred) => {
    const first = all.filter((entry) => entry.slug === preferred && !ask.named);
    const among = (ask.named || all).filter((entry) => !first.includes(entry));
    const local = ask.item || ask.local;
    const ofKind = (kind) => among.filter((entry) => entry.answers === kind && mayHave(entry, ask));
    const likely = ofKind(local);
    const fitting = ask.named ? among : likely.length || first.length ? likely : ofKind(!local);
    const apart = (entry) => (entry.bare ? 0 : 1);
    const numerals = (entry) => (entry.romans === ask.roman ? 0 : 1);
    const sorted = ask.named && ask.named.length === 1 ? fitting : fitting.sort((one, other) => (ask.roman ? apart(one) - apart(other) || numerals(one) - numerals(other) : 0));
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

  /* All places in the agreements that may be meant: exact ones, and the nearest in the likeliest. `missed` gets the agreements
     that cannot be looked in. */
  const search = async (ask, all, preferred, straight, missed) => {
    const found = [];
    for (const entry of candidates(ask, all, preferred)) {
      const [sure] = found.filter((each) => each.found.exact);
      if (straight && sure && !open(sure.entry, entry, ask, preferred)) continue;
      const tree = await treeOf(entry);
      if (!tree && !sure) missed.push(entry);
      if (!tree) continue;
      const places = find(tree, ask).map((each) => offered(entry, { ...each, exact: each.exact && !ask.year }));
      const pages = bareNumber(ask) && !found.length
        ? find(tree, { ...ask, rest: [{ v: "p", raw: "p", key: "page" }, ask.rest[0]] }).filter((each) => each.exact) : [];
      const exact = places.filter((each) => each.found.exact);
      found.push(...(exact.length || !found.length ? places : []), ...pages.map((each) => offered(entry, { ...each, exact: false })));
    }
    /* numerals do not say which edition is meant, and a year that several share neither */
    if (ask.roman || ask.shared.length) found.sort((one, other) => other.found.exact - one.found.exact);
    if (found[0]?.found.exact) sayWhatLacks(ask, found, all, preferred);
    if (!found[0]?.found.exact) found.push(...await elsewhere(ask, all, found));
    return ask.item || ask.local ? [...found, ...await implemented(ask, found, all)] : found;
  };

  /* Where only another edition than the meant one of its agreement has the place, it is said that the meant one has not; so it is a choice. */
  const sayWhatLacks = (ask, found, all, preferred) => {
    const [first] = found;
    const meant = passed(first.entry, ask, all, preferred);
    if (!meant) return;
    const near = found.find((each) => each.entry === meant && !each.found.exact);
    const text = titled(meant);
    first.found = { ...first.found, lacking: (near && missing(near)) || say`The ${text} does not have it; another edition does.` };
  };

  /* Where the likeliest agreement has no such place: those of the other kind that have it. None of them is meant beyond doubt. */
  const elsewhere = async (ask, all, found) => {
    if (ask.named || ask.item || ask.local || ask.article || !ask.ways.some((path) => path.length > 1)) return [];
    const others = [];
    const local = all.filter((entry) => entry.answers && mayHave(entry, ask) && !found.some((each) => each.entry === entry));
    for (const entry of local.slice(0, OTHERS)) {
      const tree = await treeOf(entry);
      const places = tree ? find(tree, ask).filter((each) => each.exact) : [];
      others.push(...places.map((each) => offered(entry, { ...each, other: true })));
    }
    return others;
  };

  /* Without a word that says so, a letter alone is no citation, and Roman numerals are one only if all of it is there. */
  const isCitation = (ask, found) => {
    if (ask.explicit || ask.named || !ask.roman) return true;
    return found.some((each) => each.found.exact) && (ask.rest.length > 1 || ask.rest[0].v.length > 1);
  };

  /* Words that are names of agreements ("Grey Rock item 14"), tried where nothing was found without them. */
  const hinted = (text, all) => {
    const words = lex(text).filter((token) => token.v.length > 2 && (!token.key || token.key === "noise") && !isNumber(token));
    const named = (entry) => {
      const found = words.filter((word) => entry.lexed.some((name) => name.some((each) => each.v === word.v)));
      return found.some((word) => !word.key) ? found : []; // the first word of Los Altos joins, but not here
    };
    const most = Math.max(0, ...all.map((entry) => named(entry).length));
    if (!most) return null;
    const meant = all.filter((entry) => named(entry).length === most);
    const known = named(meant[0]).map((word) => word.v);
    const again = read(plainly(text, known), all) || (known.length > 1 ? { rest: [], ways: [], year: 0, shared: [] } : null);
    return again && { ...again, named: again.named || meant };
  };
  const plainly = (text, known) => lex(text).filter((token) => !known.includes(token.v)).map((token) => token.before + token.raw).join("");

  const nothing = { offers: [], missing: "", doubt: false, several: false };

  const findOffers = async (text, options = {}) => {
    const compared = await own.compared?.(text);
    if (compared) return compared;
    const all = await entries();
    const pasted = address(text, all);
    if (!pasted) return typed(unwrapped(text), options, all);
    const within = { ...options, agreement: pasted.entry.slug };
    const behind = pasted.anchor + pasted.rest; // of an address the anchor is meant, whatever sentence is behind it
    const more = pasted.rest && !beforeSentence(behind) ? await typed(behind, within, all) : nothing;
    if (more.offers.length) return more;
    const direct = await atAddress(pasted, all);
    if (direct) return answer(direct, within);
    if (!(await treeOf(pasted.entry))) return answer([unlooked(pasted.entry)], within, true);
    return typed(`${pasted.entry.slug} ${(pasted.anchor || pasted.page).replace(/\//g, " ")}`, within, all);
  };

  /* What is typed may be several citations, or one; only where it cannot be read as one, several without heads of their own. */
  const typed = async (text, options, all) => {
    const [heads, labels] = [severalHeads(text), severalLabels(text)];
    const each = heads || (labels && labels.mixed && labels.texts);
    const several = each && await together(each, options, all);
    if (several) return several;
    const one = await single(text, options, all);
    if (one.offers.length && one.offers.every((offer) => offer.exact) && !one.missing) return one;
    const pinpoint = beforeSentence(text);
    const led = pinpoint ? await single(pinpoint, options, all) : nothing;
    if (led.offers.length) return { ...led, doubt: true }; // the words behind it may be what is looked for
    return (labels && await together(labels.texts, options, all)) || one;
  };

  /* The answers to several citations as one; null if any is none. An agreement that one of them names is meant by all. */
  const together = async (texts, options, all) => {
    const named = texts.map((text) => (read(text, all) || {}).named).filter(Boolean);
    const meant = named.length === 1 ? named[0] : null;
    const answers = [];
    for (const text of texts) answers.push(await single(text, { ...options, meant }, all));
    const best = answers.map(({ offers }) => offers.filter((offer) => offer.exact && offer.agreement === offers[0].agreement));
    if (answers.some(({ offers }) => !offers.length)) return null;
    const offers = answers.flatMap((each, at) => (best[at].length ? best[at] : each.offers.slice(0, 1)));
    const missing = answers.map((each) => each.missing).filter(Boolean).join(" ");
    const seen = new Set();
    return { offers: offers.filter(({ url }) => !seen.has(url) && seen.add(url)).sort((one, other) => other.exact - one.exact), missing, doubt: true, several: true };
  };

  const single = async (text, options, all) => {
    const { agreement = "", straight = false, meant = null } = options;
    const missed = [];
    const asking = (words) => { const ask_ = read(words, all); return ask_ && meant && !ask_.named ? { ...ask_, named: meant } : ask_; };
    const look = (ask_) => (ask_.rest.length ? search(ask_, all, agreement, straight, missed) : []);
    let ask = asking(text);
    let found = ask ? await look(ask) : [];
    if (ask && ask.rest.length && (!found.length || !isCitation(ask, found))) {
      const other = hinted(text, all);
      if (other) [ask, found] = [other, await look(other)];
    }
    if (!found.length) found = await cutApart(text, asking, look);
    if (!found.length) found = await verbatimly(text, all, agreement);
    if (!ask) return nothing;
    if (!found.length) found = ask.rest.length ? await contents(ask, all, missed) : agreements(ask, text);
    if (!found.length && ask.named) found = missed.filter((each) => ask.named.includes(each)).slice(0, 1).map(unlooked);
    if (!found.length || !isCitation(ask, found)) return nothing;
    const [{ entry, found: best }] = found; // a title alone says nothing of the edition, and leads into none that is superseded
    const outdated = !ask.named && !ask.kind && best.named && entry.standing === "superseded" && entry.slug !== agreement;
    const unread = missed.length > 0 || outdated || astray(ask, entry, all, agreement);
    const result = await answer(found, { ...options, shared: ask.shared }, unread);
    return ask.year ? { ...result, missing: say`There is no agreement of ${ask.year} here. ${result.missing}`.trim() } : result;
  };

  /* Whether a citation that names no agreement is only found in one that it does not mean, though the site says what it means. */
  const astray = (ask, entry, all, preferred) => !ask.named && !ask.item && !ask.local && !entry.bare && entry.slug !== preferred
    && all.some((each) => each.bare);

  /* `85g`, where there is no Article 85: every place that it can be cut into. */
  const cutApart = async (text, asking, look) => {
    const found = [];
    for (const words of runTogether(text)) found.push(...(await look(asking(words))).filter((each) => each.found.exact));
    return found;
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

  /* What an edition calls its articles, as it prints it. */
  const articleWord = async (entry) => (await treeOf(entry))?.parts.find(({ kinds }) => kinds[0] === "article")?.cited || say`Article`;

  /* The contents, where an article, item or table that is named does not exist. */
  const contents = async (ask, all, missed) => {
    const [first, second] = ask.rest.filter((token) => !token.key || token.key === "table");
    const table = first && first.key === "table";
    const number = table ? second : first;
    const meant = ask.article || ask.item || table || (second && ask.rest.every(isLabel));
    if (ask.kind || !meant || !number || !(isNumber(number) || roman(number.v))) return [];
    const answering = Boolean(ask.item || ask.local);
    const [entry] = [...(ask.named || all.filter((each) => each.answers === answering)), ...all];
    if (missed.includes(entry)) return [unlooked(entry)];
    const label = table ? ask.rest.slice(ask.rest.indexOf(second)).map((token) => token.raw).join(".") : number.raw;
    const absent = table ? say`Table ${label}` : ask.item || (entry.answers && !ask.article) ? say`Item ${label}` : `${await articleWord(entry)} ${label}`;
    return [{ ...whole(entry, false), found: { rest: [], absent } }];
  };

  /* The answer that is promised. In doubt is what has an equal: in its agreement, or in one that is as likely; and what was found
     while a likelier agreement could not be looked in. */
  const answer = async (found, { agreement = "", straight = false, shared = [] }, unread = false) => {
    const seen = new Set();
    const chosen = found.filter(({ offer }) => !seen.has(offer.url) && seen.add(offer.url)).slice(0, MOST);
    const [first, ...others] = chosen;
    const equal = (each) => each.offer.exact && (each.entry === first.entry || open(first.entry, each.entry, { shared }, agreement));
    const doubt = unread || Boolean(first.found.lacking || first.found.other || first.found.beside) || others.some(equal);
    const offers = straight ? chosen.map((each) => each.offer) : await withOpenings(chosen);
    const several = found.some((each) => each.entry === first.entry && each.found.member > 0);
    return { offers, missing: missing(first), doubt, several };
  };

  own.findOffers = findOffers;
})();
