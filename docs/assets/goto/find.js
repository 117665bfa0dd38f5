/* Finds what a citation that goto/read.js has read asks for in the table of one agreement: the places that answer all of
   it, or the nearest level that is there. `contractReference.finding` is for goto/offers.js, which loads after it.
   Needs: reading. Gives: finding. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { lex, roman, isNumber, isLabel, sameRank } = own.reading;
  const NAMED = ["article", "section", "step", "item"];
  /* What a match costs where words and print differ. From DOUBTFUL on it is an offer, but no exact answer. */
  const OTHER_NUMERALS = 0.5;
  const UNNAMED = 1;
  const SKIPPED = 2;
  const DOUBTFUL = 4;

  /* A table as trees: every part with its provisions, each of which knows its anchor and its citation. */
  const grow = (entry, table) => {
    const parts = table.parts.map(([id, kinds, cited, title, also, rows]) => ({ id, kinds: kinds.split(" "), cited, title, also }));
    parts.forEach((part, at) => {
      const body = ["article", "item"].includes(part.kinds[0]);
      const above = [];
      part.body = body;
      part.nodes = table.parts[at][5].split("\n").map((row, place) => {
        const [depth, value, style = "", pages = "", blocks = ""] = row.split("\t");
        const node = { part, place, value, children: [], pages: pages ? pages.split(" ") : [], blocks: unfold(blocks) };
        node.parent = above[Number(depth) - 1] || null;
        above.length = Number(depth);
        above.push(node);
        describe(node, style, body);
        if (node.parent) node.parent.children.push(node);
        return node;
      });
      part.root = part.nodes[0];
    });
    parts.forEach((part) => part.nodes.forEach((node) => { node.romans = areRomans(node.children); }));
    const top = parts.filter((part) => part.body).map((part) => part.root);
    return { entry, parts, top: { children: top, romans: true }, tables: table.tables, listed: table.listed, lists: table.lists, moved: table.moved };
  };

  /* `p2-4 t1` is p2, p3, p4, t1. */
  const unfold = (blocks) => blocks.split(" ").filter(Boolean).flatMap((name) => {
    const [first, last] = name.split("-");
    const from = Number(first.slice(1));
    return last ? Array.from({ length: Number(last) - from + 1 }, (_, i) => first[0] + (from + i)) : [name];
  });

  const describe = (node, style, body) => {
    const { parent, value } = node;
    const path = !parent && !body ? "" : style === "(" ? `(${value.split("~")[0]})` : style || value.split("~")[0];
    const above = parent ? parent.pinpoint : "";
    node.pinpoint = above && path && style !== "(" ? `${above}.${path}` : above + path;
    node.anchor = parent && (parent.parent || body) ? `${parent.anchor}.${value}` : value;
    node.words = lex(value);
    const telling = node.words.length > 1 ? node.words.filter((word) => word.key !== "noise") : node.words;
    node.words = telling.length ? telling : node.words;
  };

  const citation = (node) => {
    if (node.part.body) return `${node.part.cited} ${node.pinpoint}`;
    return node.pinpoint ? `${node.part.cited}, ${node.pinpoint}` : node.part.cited;
  };

  /* Whether labels count in Roman numerals: all can be read so, and some have more than one letter. */
  const areRomans = (nodes) => nodes.length > 0 && nodes.every((node) => roman(node.value.toLowerCase().split("~")[0]))
    && nodes.some((node) => node.value.split("~")[0].length > 1);

  /* How many words a label takes of the path at a place, and at what cost; null if it does not stand there. */
  const fits = (node, path, at, romans) => {
    let label = node.words;
    let from = at;
    let cost = 0;
    const typed = path[at].key;
    if (NAMED.includes(typed)) {
      from += 1;
      if (label.length > 1 && label[0].key === typed) label = label.slice(1);
      else if (typed === "step") return null;
      else if (typed !== "section") cost = label.length > 1 ? DOUBTFUL : SKIPPED + UNNAMED;
    } else if (label.length > 1 && NAMED.includes(label[0].key)) {
      label = label.slice(1);
      cost = UNNAMED;
    }
    if (from + label.length > path.length) return null;
    for (let i = 0; i < label.length; i += 1) {
      const each = alike(label[i].v, path[from + i].v, romans);
      if (each === null) return null;
      cost += each;
    }
    return { end: from + label.length, cost };
  };

  const alike = (label, typed, romans) => {
    if (label === typed) return 0;
    const [one, other] = [label, typed].map((each) => each.split("~"));
    if (one[0] === other[0] && !other[1]) return 0; // printed twice in one place: D and D~2
    const number = Number(typed) || roman(typed);
    if (romans && number && (roman(label) || Number(label)) === number) return OTHER_NUMERALS;
    return number && Number(label) === number ? DOUBTFUL : null;
  };

  /* Walk down from a place (a top or a provision) along the path; the best ends, each with how far it came. */
  const follow = (start, path) => {
    let best = [];
    const note = (end) => {
      const [first] = best;
      const better = !first ? 1 : end.used - first.used || first.cost - end.cost;
      if (better > 0) best = [end];
      else if (better === 0 && !best.some((each) => each.node === end.node && each.block === end.block)) best.push(end);
    };
    const step = (node, at, cost) => {
      if (node.part) note({ node, block: "", used: at, cost });
      if (at >= path.length) return;
      for (const block of node.blocks || []) {
        const words = lex(block);
        if (words.every((word, i) => path[at + i] && path[at + i].v === word.v)) note({ node, block, used: at + words.length, cost });
      }
      const below = node.children.map((child) => [child, fits(child, path, at, node.romans)]);
      const direct = below.filter(([, fit]) => fit);
      direct.forEach(([child, fit]) => step(child, fit.end, cost + fit.cost));
      if (!direct.length && NAMED.includes(path[at].key) && path[at].key !== "section") deeper(node, at, cost);
    };
    /* "Article 15, Step 2": a named level may stand further down than the words say. */
    const deeper = (node, at, cost) => node.children.forEach((child) => child.children.forEach((below) => {
      const fit = below.words.length > 1 && below.words[0].key === path[at].key ? fits(below, path, at, false) : null;
      if (fit) step(below, fit.end, cost + fit.cost + UNNAMED);
      else deeper({ children: [below] }, at, cost);
    }));
    step(start, 0, 0);
    return best;
  };

  /* What is left of a path after its end: further members of a list (`4.a, b, or c`), or what does not exist. */
  const members = (start, end, path) => {
    const found = [];
    let at = end.used;
    while (at < path.length && path[at].list) {
      const tail = path.slice(at);
      const stop = tail.findIndex((token, i) => i > 0 && token.list);
      const member = stop < 0 ? tail : tail.slice(0, stop);
      const next = [end.node.parent, start].filter(Boolean).flatMap((place) => follow(place, member))
        .find((each) => each.used === member.length && each.node !== end.node);
      if (!next) return null;
      found.push(next);
      at += member.length;
    }
    return at === path.length && found.length ? found : null;
  };

  const labelled = (path) => path.every((token) => isLabel(token) || NAMED.includes(token.key));

  /* A place that was found: exact or not, and what of the path is left. */
  const place = (end, exact, rest = []) => ({ node: end.node, block: end.block, exact, cost: end.cost, rest });

  /* The places below a start that a path names, or the nearest. `start` is the top of an agreement or a part's root. */
  const along = (start, path, loose) => {
    if (!path.length) return start.part ? [place({ node: start, block: "", cost: 0 }, true)] : [];
    const ends = follow(start, path).filter((end) => end.node !== start || start.part);
    if (!ends.length) return [];
    const [first] = ends;
    if (first.used === path.length) return ends.map((end) => place(end, end.cost < DOUBTFUL));
    const others = first.used && members(start, first, path);
    if (others) return [first, ...others].map((end, member) => ({ ...place(end, end.cost < DOUBTFUL), cost: first.cost, member }));
    const rest = path.slice(first.used);
    if (!loose && !labelled(rest)) return [];
    if (first.used && rest[0].list && labelled(rest)) return ends.map((end) => ({ ...place(end, end.cost < DOUBTFUL, rest), beside: true }));
    return ends.map((end) => place(end, false, rest));
  };

  /* Words by which a part can be called: its title with and without what stands in brackets, and what citations call it. */
  const namesOf = (part) => {
    part.names ||= [part.title, part.title.replace(/\(.*?\)/g, " "), part.cited, part.id.split("/").pop(), part.also.split("/").pop()]
      .map((name) => essential(lex(name), part.kinds)).filter((words) => words.length);
    return part.names;
  };
  const essential = (tokens, kinds) => tokens.filter((token) => !["noise", "local", "section"].includes(token.key)
    && !kinds.includes(token.key) && !/^(19|20)\d\d$/.test(token.v));

  /* How many of the words are those of a name, from the first on, and whether that is all of the name. Words may stand in
     any order, labels (`Article 12.5.B.2`) only in their own. */
  const called = (words, path) => {
    const free = [...words];
    let used = 0;
    while (used < path.length) {
      const typed = path[used].v;
      let at = isLabel(path[used]) ? free.findIndex(isLabel) : free.findIndex((word) => word.v === typed);
      if (at >= 0 && free[at].v !== typed) at = -1;
      if (at < 0 && typed.length > 2) at = free.findIndex((word) => word.v.startsWith(typed) || word.v === typed.replace(/s$/, ""));
      if (at < 0) break;
      free.splice(at, 1);
      used += 1;
    }
    return { used, whole: free.length === 0 };
  };

  /* Parts that the words name, and the places in them; the better named the first. */
  const byName = (tree, ask, words) => {
    const found = [];
    const candidates = tree.parts.filter((part) => (ask.kind ? part.kinds.includes(ask.kind) : true) && !(ask.kind && part.body));
    for (const part of candidates) {
      const path = ask.kind ? words.filter((token) => token.key !== ask.kind) : words;
      let best = { used: 0, whole: false };
      for (const name of namesOf(part)) {
        const match = called(name, path);
        const many = ask.kind || name.length > 1 || (name[0].v.length > 2 && !part.body);
        if (many && (match.used > best.used || (match.used === best.used && match.whole))) best = match;
      }
      if (!best.used || (!ask.kind && !best.whole)) continue;
      const rest = path.slice(best.used).filter((token) => token.key !== "section");
      const sure = best.whole && (ask.kind || best.used > 1 || !["supplement", "memorandum", "article", "item"].includes(part.kinds[0]));
      along(part.root, rest, false).forEach((each) => found.push({ ...each, exact: Boolean(each.exact && sure), named: best.used + (best.whole ? 0.5 : 0) }));
    }
    const top = Math.max(...found.map((each) => each.named));
    return found.filter((each) => each.named === top);
  };

  /* Memoranda that an agreement only lists, because they continue from an earlier one. */
  const listed = (tree, words) => {
    const path = words.filter((token) => token.key !== "memorandum");
    const found = tree.listed.filter((each) => {
      each.words ||= essential(lex(each[0]), ["memorandum"]);
      const match = called(each.words, path);
      return match.used === path.length && match.whole;
    });
    return found.map(([title, at, block]) => ({ node: tree.parts[at].root, block, exact: false, cost: 0, rest: [], listed: title }));
  };

  /* The printed pages that are named; of a range (`pp. 93-94`) the first. */
  const onPages = (tree, words) => {
    const numbers = words.filter((token) => isNumber(token) || roman(token.v));
    const [first] = numbers;
    const wanted = numbers.filter((token) => token === first || (token.list && !/-/.test(token.before))).map((token) => token.v);
    const marks = tree.parts.flatMap((part) => part.nodes).flatMap((node) => node.pages.map((page) => ({ node, page })));
    const found = marks.filter(({ page }) => wanted.includes(page.toLowerCase()));
    if (found.length) return found.map((each) => ({ ...each, block: "", exact: true, cost: 0, rest: [] }));
    const numbered = marks.filter(({ page }) => isNumber(first) && Number(page));
    const near = numbered.filter(({ page }) => Number(page) <= Number(first.v)).sort((one, other) => Number(other.page) - Number(one.page))[0]
      || numbered[0];
    return near ? [{ ...near, block: "", exact: false, cost: 0, rest: [], nopage: first.raw }] : [];
  };

  const inTables = (tree, words) => {
    const at = words.findIndex((token) => token.key === "table");
    const path = words.slice(at);
    if (path.length < 2) return [];
    const all = tree.tables.map(([name, part, anchor, title]) => ({ name, title, anchor, node: tree.parts[part].root, words: lex(name) }));
    const begins = all.filter((each) => path.every((token, i) => i === 0 || (each.words[i] && each.words[i].v === token.v)));
    const exact = begins.filter((each) => each.words.length === path.length);
    const chosen = exact.length ? exact : begins;
    return chosen.map((each) => ({ node: each.node, block: "", table: each, exact: exact.length > 0, cost: 0, rest: [] }));
  };

  /* Whether the articles of an agreement are called so: clauses, rules. */
  const calledSo = (tree, word) => tree.parts.some((part) => part.body && lex(part.cited).some((each) => sameRank(each, word)));

  /* Every place of an agreement that a citation may mean, the best first. */
  const find = (tree, ask) => {
    const has = (key) => ask.rest.some((token) => token.key === key);
    const numbered = (token) => ["page", "memorandum"].includes(token.key) || isNumber(token) || roman(token.v) > 0;
    if (has("page") && ask.rest.every(numbered)) return onPages(tree, ask.rest);
    if (has("table")) return inTables(tree, ask.rest);
    const found = ask.ways.flatMap((words) => {
      const path = words.filter((token) => token.key !== "section");
      const named = path[0] && ["article", "item"].includes(path[0].key) ? path[0].key : "";
      const head = named ? path.slice(1) : path;
      const body = ask.kind || !head.length ? [] : along(topOf(tree, named), head, ask.explicit);
      const relative = ask.relative && words[0].key === "section" && words[0].v !== "sectionsign" && !calledSo(tree, words[0]); // of which article is not said
      if (body.some((each) => each.exact)) return body.map((each) => ({ ...each, exact: each.exact && !relative }));
      const names = byName(tree, ask, path).filter((each) => !body.length || each.exact);
      return [...body, ...names, ...(ask.kind && ask.kind !== "memorandum" ? [] : listed(tree, path))];
    });
    return ranked(found, ask);
  };

  /* Places in parts whose citation the words begin with, word for word. */
  const verbatim = (tree, tokens) => tree.parts.filter((part) => !part.body).flatMap((part) => {
    const name = lex(part.cited);
    if (!name.every((word, i) => tokens[i] && tokens[i].v === word.v)) return [];
    const rest = tokens.slice(name.length).filter((token) => token.key !== "noise" && !/^(19|20)\d\d$/.test(token.v));
    return along(part.root, rest, false).filter((each) => each.exact);
  });

  /* The articles or items of an agreement; only those, if the words say which. */
  const topOf = (tree, named) => {
    const children = tree.top.children.filter((root) => !named || root.part.kinds.includes(named));
    return { ...tree.top, children };
  };

  const ranked = (found, ask) => {
    const worth = (each) => (each.exact ? 0 : 100) + each.rest.length * 10 + each.cost - (each.named || 0) / 100;
    const best = Math.min(...found.map(worth));
    const kept = found.filter((each) => (each.exact ? worth(each) < best + 1 : worth(each) === best));
    return kept.filter((each, at) => kept.findIndex((other) => other.node === each.node && other.block === each.block) === at)
      .sort((one, other) => worth(one) - worth(other) || (one.member || 0) - (other.member || 0) || sameCase(other, ask) - sameCase(one, ask));
  };

  /* How many labels are typed in the case they are printed in. */
  const sameCase = (each, ask) => ask.rest.filter((token) => each.node.anchor.split(".").includes(token.raw)).length;

  /* The places of one part that words cite as its own numbers. */
  const below = (root, ask) => ranked(ask.ways.flatMap((words) => along(root, words.filter((token) => token.key !== "section"), false)), ask);

  own.finding = { grow, find, below, verbatim, citation };
})();
