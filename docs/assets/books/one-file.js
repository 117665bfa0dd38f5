/* In the one file of an agreement, where scripts run: a field that goes to citations and finds words in the file. Both are looked
   for as they are typed, words in slices, so that typing never waits. Without this script all is there too, and the browser's
   own search finds it.
   Needs: anchors, decoded, element, fold, layOut, placesOf. Gives: nothing. */
(() => {
  "use strict";
  const SLICE = 400;     /* texts read or searched at a time */
  const AT_ONCE = 40;    /* results shown at a time */
  const OFFERS = 4;      /* places that a citation may mean, shown at most */
  const AROUND = 90;     /* characters of an excerpt before and after the first hit */
  const JOINTS = /[\s\u2010-\u2015-]+/u; /* "wash up" is found as "wash-up" too */
  const BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, tr, figcaption";
  const NOT_SEARCHED = "nav, .index, [data-search-exclude], .beside, .editorial, .file-facts";

  const { anchors, decoded, element, fold, layOut, placesOf } = window.contractReference;
  const bar = document.querySelector(".file-bar");
  const pause = () => new Promise((go) => setTimeout(go));

  const form = element("form");
  const field = element("input");
  field.type = "search";
  field.id = "file-find";
  field.autocomplete = "off";
  field.placeholder = say`8.5.G, or words to find`;
  field.setAttribute("aria-label", say`Go to a citation, or find words in this file`);
  form.setAttribute("role", "search");
  form.append(field);
  const found = element("div");
  found.id = "file-found";
  found.setAttribute("role", "status");
  bar.append(form, found);

  /* Every text of the file, in order: its block, its words, its citation and the id to go to. */
  let texts = null;
  const read = async () => {
    const list = [];
    let count = 0;
    for (const part of document.querySelectorAll("article.part")) {
      const title = part.querySelector("summary").textContent;
      let citation = title.split(" · ")[0];
      let id = (part.querySelector("h1") || part).id;
      for (const block of part.querySelectorAll(BLOCKS)) {
        if (block.closest(NOT_SEARCHED) || block.querySelector(BLOCKS)) continue;
        const label = block.querySelector(":scope > .label[title]");
        if (label) citation = label.title;
        const named = block.closest("[id]");
        if (named && part.contains(named) && named !== part) id = named.id;
        const text = words(block);
        list.push({ block, citation, id, text, letters: letters(text) });
        if (++count % SLICE === 0) await pause();
      }
    }
    return list;
  };
  const words = (block) => {
    let text = "";
    for (const node of pieces(block)) text += node.data;
    return text;
  };
  const pieces = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, {
      acceptNode: (node) => (node.parentElement.closest(".page, .editorial, .heard") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
    });
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };

  const literally = (word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

  /* A text with its letters in one form, and for each of them its place in the text. */
  const letters = (text) => {
    const plain = fold(text);
    if (plain.length === text.length && !/[^\0-\u00a0\u2010-\u201f]/u.test(text)) return { plain, at: null };
    const at = [];
    let made = "";
    let from = 0;
    for (const letter of text) {
      const before = /\d$/.test(made) ? "0" : ""; /* `3½` is `3 1/2` */
      const one = fold(before + letter).slice(before.length);
      for (let count = 0; count < one.length; count += 1) at.push(from);
      made += one;
      from += letter.length;
    }
    return { plain: made, at: [...at, from] };
  };

  /* What was typed, as expressions: quoted words together, others each for itself, from the beginning of a word. */
  const expressions = (typed) => (fold(typed).match(/"[^"]+"|[^\s"]+/g) || [])
    .map((each) => each.replace(/^"|"$/g, "").trim())
    .filter(Boolean)
    .map((each) => each.split(JOINTS).filter(Boolean).map(literally).join(JOINTS.source))
    .filter(Boolean)
    .map((each) => new RegExp("(^|[^\\p{L}\\p{N}])(" + each + ")", "iu"));

  const hits = (text, wanted) => {
    const spans = [];
    const { plain, at } = letters(text);
    const place = (each) => (at ? at[each] : each);
    for (const one of wanted) {
      const every = new RegExp(one.source, "giu");
      for (const match of plain.matchAll(every)) {
        const start = match.index + match[1].length;
        spans.push([place(start), place(start + match[2].length)]);
      }
    }
    spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    return spans.filter(([start], index) => !spans.slice(0, index).some(([, end]) => start < end));
  };

  const marked = (text, spans, from, to) => {
    const line = element("span", "opening", from ? "…" : "");
    let at = from;
    for (const [start, end] of spans) {
      if (start < from || end > to) continue;
      line.append(text.slice(at, start), element("mark", "", text.slice(start, end)));
      at = end;
    }
    line.append(text.slice(at, to) + (to < text.length ? "…" : ""));
    return line;
  };

  const unmark = () => {
    for (const mark of document.querySelectorAll("main mark")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  };

  /* Mark the hits in a text of the file itself. */
  const mark = (block, wanted) => {
    unmark();
    const nodes = pieces(block);
    const spans = hits(nodes.map((node) => node.data).join(""), wanted);
    let before = 0;
    for (const node of nodes) {
      const text = node.data;
      const inside = spans.map(([start, end]) => [Math.max(0, start - before), Math.min(text.length, end - before)]).filter(([start, end]) => start < end);
      before += text.length;
      if (!inside.length) continue;
      const whole = document.createDocumentFragment();
      let at = 0;
      for (const [start, end] of inside) {
        whole.append(text.slice(at, start), element("mark", "", text.slice(start, end)));
        at = end;
      }
      whole.append(text.slice(at));
      node.replaceWith(whole);
    }
  };

  const unfold = (block) => {
    layOut();
    for (let each = block; each; each = each.parentElement) if (each.localName === "details") each.open = true;
  };

  const result = ({ block, citation, id, text }, wanted) => {
    const item = element("li");
    const link = element("a");
    link.href = "#" + id;
    const spans = hits(text, wanted);
    const from = Math.max(0, spans[0][0] - AROUND);
    link.append(element("b", "", citation), marked(text, spans, from, Math.min(text.length, spans[0][1] + AROUND)));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      found.replaceChildren();
      unfold(block);
      location.hash = "#" + id;
      mark(block, wanted);
      block.scrollIntoView({ block: "center" });
    });
    item.append(link);
    return item;
  };

  const go = (id) => {
    const place = document.getElementById(id);
    found.replaceChildren();
    unmark();
    unfold(place);
    location.hash = "#" + id;
    place.scrollIntoView();
  };

  /* Where the typed citation leads, above the words that were found. */
  const offered = ({ places, missing }) => {
    const list = element("ol", "places");
    for (const { id, citation, opening } of places.slice(0, OFFERS)) {
      const item = element("li");
      const link = element("a");
      link.href = "#" + id;
      link.append(element("b", "", say`Go to ${citation}`), element("span", "opening", opening));
      link.addEventListener("click", (event) => { event.preventDefault(); go(id); });
      item.append(link);
      list.append(item);
    }
    return [...(missing ? [element("p", "missing", missing)] : []), list];
  };

  const show = (answer, results, wanted) => {
    const list = element("ol");
    const more = element("button", "", say`Show more`);
    more.type = "button";
    let shown = 0;
    const next = () => {
      list.append(...results.slice(shown, shown + AT_ONCE).map((each) => result(each, wanted)));
      shown += AT_ONCE;
      more.hidden = shown >= results.length;
    };
    more.addEventListener("click", next);
    next();
    const count = plural(results.length)`1 place has these words|${results.length} places have these words`;
    const none = answer.places.length || answer.missing ? [] : [element("p", "", say`Nothing in this file has these words.`)];
    found.replaceChildren(...offered(answer), ...(results.length ? [element("p", "", count), list, more] : none));
  };

  let asked = 0;
  const search = async () => {
    const turn = ++asked;
    const wanted = expressions(field.value);
    if (!wanted.length || field.value.trim().length < 2) {
      found.replaceChildren();
      unmark();
      return;
    }
    texts = texts || read();
    const list = await texts;
    const answer = await placesOf(field.value);
    const results = [];
    for (let at = 0; at < list.length; at += SLICE) {
      if (turn !== asked) return;
      results.push(...list.slice(at, at + SLICE).filter((each) => wanted.every((one) => one.test(each.letters.plain))));
      await pause();
    }
    if (turn === asked) show(answer, results, wanted);
  };

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    const turn = ++asked;
    placesOf(field.value).then(({ places, exact }) => {
      if (turn !== asked) return;
      if (exact) go(places[0].id);
      else search();
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !found.hasChildNodes()) return;
    found.replaceChildren();
    field.focus();
  });

  /* A part that the reader folded opens where a link leads into it, and all open for the printer. */
  const target = () => {
    const place = document.querySelector(":target");
    if (!place && location.hash[1]) missed(decoded(location.hash.slice(1)));
    if (!place || place.getClientRects().length) return;
    unfold(place);
    place.scrollIntoView();
  };

  /* An address whose anchor is not in the file: gone to if it is beyond doubt what was meant, else what may be meant is offered. */
  const missed = async (written) => {
    const { anchor, rest } = anchors.cleaned(written);
    if (!anchor || written === "top") return;
    const ids = [...document.querySelectorAll("main [id]")].map((each) => each.id);
    const here = rest ? [] : anchors.same(anchor, ids);
    if (here.length === 1) { location.replace("#" + here[0]); return; }
    const answer = anchor.includes("/") ? { places: [], exact: false, missing: "" } : await placesOf(anchor + rest);
    if (answer.exact) { location.replace("#" + answer.places[0].id); return; }
    const near = anchors.nearest(anchor, ids);
    const known = near ? [{ id: near, citation: near, opening: "" }] : [];
    const missing = answer.missing || (answer.places.length ? "" : say`There is no “${anchor}” in this file.`);
    found.replaceChildren(...offered({ places: answer.places.length ? answer.places : known, missing }));
  };
  addEventListener("hashchange", () => { found.replaceChildren(); target(); });
  addEventListener("load", () => { if (location.hash[1] && !document.querySelector(":target")) target(); });
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details.text:not([open])")];
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of folded) each.open = false; });
})();
