/* What stands at an address of a page: its citations, its words with all that is below it, and what leads in to it.
   Reads a page of an agreement (this one, or one that was fetched) and changes nothing. Source text is only ever text here.
   Needs: citedAt, permanent. Gives: passages. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const HEADING = /^H[1-6]$/;
  const LEADS_IN = /[:—–]$/;
  const COUNTED = /(?:^|\.)p(\d+)$/; /* the anchor of a paragraph without a label: 8.5.G.p2 */
  const KEPT = new Set(["d1", "d2", "d3", "d4", "d5", "d6", "flush", "li", "entry", "remark", "form", "empty"]);

  const squeezed = (text) => text.replace(/\s+/g, " ");

  /* The words of an element, without what editors and scripts put there; pieces that are set apart have a kind. */
  const pieces = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll("[data-search-exclude], .page, .preview, .cite-open, .lead-in, .editorial").forEach((extra) => extra.remove());
    const found = [];
    const add = (text, kind) => {
      const last = found[found.length - 1];
      if (last && last.kind === kind) last.text += text;
      else found.push({ kind, text });
    };
    for (const node of copy.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) add(node.data, "");
      else if (node.nodeType !== Node.ELEMENT_NODE) continue;
      else if (node.classList.contains("label") || node.classList.contains("marker")) add(node.textContent, "label");
      else add(node.textContent, node.tagName === "STRONG" ? "strong" : "");
    }
    found.forEach((piece) => { piece.text = squeezed(piece.text); });
    if (found.length) found[0].text = found[0].text.trimStart();
    if (found.length) found[found.length - 1].text = found[found.length - 1].text.trimEnd();
    return found.filter((piece) => piece.text);
  };

  const words = (element) => pieces(element).map((piece) => piece.text).join("").trim();

  const table = (figure) => ({
    kind: "table",
    caption: squeezed([...figure.querySelectorAll("figcaption p")].map(words).join(" ")).replace(/^▦\s*/, ""),
    rows: [...figure.querySelectorAll("tr")].map((row) => [...row.cells].map(words)),
    notes: [...figure.querySelectorAll(".table-note")].map(words),
  });

  const block = (element) => {
    if (element.tagName === "FIGURE") return table(element);
    return {
      kind: HEADING.test(element.tagName) ? "heading" : "paragraph",
      look: [...element.classList].filter((name) => KEPT.has(name)).join(" "),
      pieces: pieces(element),
    };
  };

  /* The parties' blocks of a page, in printed order. */
  const contents = (page) => {
    const first = page.querySelector("article h1");
    return [...first.parentElement.children].filter((each) =>
      (each.tagName === "P" || each.tagName === "FIGURE" || HEADING.test(each.tagName)) &&
      !each.hasAttribute("data-search-exclude") && !each.classList.contains("mark-line"));
  };

  const within = (anchor, above) => anchor === above || anchor.startsWith(above + ".");

  const read = (page, url) => {
    const meta = page.querySelector("meta[name=citations]");
    if (!meta) return null;
    const facts = JSON.parse(meta.content);
    const home = own.permanent(page, url);
    const at = (id) => page.getElementById(id);

    /* The provision that an anchor is in, "" for the whole part; and what cites the paragraph or table in it. */
    const owner = (id) => {
      if (id === facts.root) return ["", ""];
      if (facts.tables[id]) return facts.tables[id];
      const counted = COUNTED.exec(id);
      return counted ? [id.slice(0, counted.index), facts.paragraph + counted[1]] : [id, ""];
    };

    const cited = (anchor) => {
      const label = anchor && at(anchor) && at(anchor).querySelector(".label");
      return label ? own.citedAt(label, page) : facts.places[""][0];
    };

    const cite = (id) => {
      const [anchor, end] = owner(id);
      let above = anchor;
      while (!(above in facts.places)) above = above.slice(0, Math.max(0, above.lastIndexOf(".")));
      const [plain, short, spelt] = facts.places[above];
      const rest = cited(anchor).slice(plain.length) + end;
      const named = spelt + (facts.between && !above && rest[0] === "." ? facts.between + rest.slice(1) : rest);
      return {
        plain: plain + rest,
        spelt: named,
        short: short + rest + facts.ends[0],
        long: facts.agreement + ", " + named + facts.ends[1],
        address: home + "#" + id,
      };
    };

    /* The address that previews as these words where it is shared; the permanent one of what has none of its own. */
    const shared = (id) => {
      const [anchor, end] = owner(id);
      if (end || !facts.shared || !/^https?:/.test(home) || (facts.unshared || []).includes(anchor)) return home + "#" + id;
      return anchor ? new URL(facts.shared + anchor + "/", home).href : home;
    };

    /* The elements at an anchor: a provision with all that is below it, or one paragraph or table. */
    const elements = (id) => {
      const first = at(id);
      const [anchor, end] = owner(id);
      if (end) return [first];
      const all = contents(page);
      if (!anchor) return all;
      const found = [];
      for (const each of all.slice(all.indexOf(first))) {
        const place = each.id && (facts.tables[each.id] ? facts.tables[each.id][0] : each.id);
        if (each.id && !within(place, anchor)) break;
        found.push(each);
      }
      return found;
    };

    const blocks = (id) => elements(id).map(block);

    /* The provisions above an anchor, outermost first, each with its heading or first words. */
    const leads = (id) => {
      const [anchor, end] = owner(id);
      const above = [];
      let step = end ? anchor : anchor.slice(0, Math.max(0, anchor.lastIndexOf(".")));
      for (; step; step = step.slice(0, Math.max(0, step.lastIndexOf(".")))) {
        if (at(step) && step !== facts.root) above.unshift(step);
      }
      if (id !== facts.root && anchor !== facts.root) above.unshift(facts.root);
      return above.map((each) => {
        const printed = pieces(at(each));
        const label = printed.length && printed[0].kind === "label" ? printed.shift().text : "";
        return { anchor: each, cited: cite(each).plain, label, words: printed.map((piece) => piece.text).join("").trim(), opens: opening(each) };
      });
    };

    /* The paragraph below a heading that leads in to its first item ("… shall have the exclusive right:"); "" if none does. */
    const opening = (id) => {
      const anchor = id === facts.root ? "" : id;
      let last = null;
      for (const each of elements(id).slice(1)) {
        if (each.classList.contains("form")) continue;
        if (each.tagName !== "P" || (each.id && owner(each.id)[0] !== anchor)) break;
        last = words(each);
      }
      return last && LEADS_IN.test(last) ? last : "";
    };

    /* The printed page on which an element begins: the last mark before its first words, or the part's first page. */
    const printed = (id) => {
      const here = elements(id)[0] || at(id);
      let last = facts.page;
      for (const mark of page.querySelectorAll("article a.page")) {
        const after = here.compareDocumentPosition(mark);
        const inside = here.contains(mark) && !(after & Node.DOCUMENT_POSITION_PRECEDING) && atStart(here, mark);
        if (!(after & Node.DOCUMENT_POSITION_PRECEDING) && !inside) break;
        last = "p. " + mark.textContent;
      }
      return last;
    };

    /* Whether an anchor is that of something that can be cited, and not of a printed page or a list. */
    const cites = (id) => {
      const element = at(id);
      return Boolean(element && (id === facts.root || id in facts.tables || COUNTED.test(id) || element.querySelector(":scope > .label")));
    };

    /* Everything that is known of a place, for copying, printing and the QR code; can be kept as JSON. */
    const passage = (id) => ({
      anchor: id,
      ...cite(id),
      shared: shared(id),
      agreement: facts.agreement,
      status: facts.status,
      printed: printed(id),
      leads: leads(id),
      blocks: blocks(id),
    });

    return { cites, leads, passage };
  };

  /* Whether a mark stands before the first words of an element. */
  const atStart = (element, mark) => {
    const range = element.ownerDocument.createRange();
    range.setStart(element, 0);
    range.setEndBefore(mark);
    const before = range.cloneContents();
    before.querySelectorAll(".page").forEach((other) => other.remove());
    return !before.textContent.trim();
  };

  /* The printed page in words. */
  const printed = (mark) => (mark.startsWith("p.") ? say`printed page${mark.slice(2)}` : say`printed ${mark}`);

  own.passages = { read, words, printed };
})();
