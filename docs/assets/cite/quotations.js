/* A passage written for others to paste: as text, as Markdown, as HTML for a newsletter; each ends in the permanent address.
   Takes what passages.js read; every word of a source is escaped for what it is written in.
   Needs: element. Gives: quotations. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element } = own;

  const plainBlock = (block) => {
    if (block.kind !== "table") return block.pieces.map((piece) => piece.text).join("").trim();
    return [block.caption, ...block.rows.map((row) => row.join("\t")), ...block.notes].filter(Boolean).join("\n");
  };

  const text = (passage) =>
    [...passage.blocks.map(plainBlock).filter(Boolean), "— " + passage.long + "\n" + passage.address].join("\n\n");

  const ENOUGH = 200; /* characters of the words that a message quotes */

  /* For a message: the citation, the first words, and the address that previews as them. */
  const message = (passage) => {
    const words = passage.blocks.map(plainBlock).filter(Boolean).join(" ").replace(/\s+/g, " ");
    const opening = words.length > ENOUGH ? words.slice(0, ENOUGH).replace(/\s\S*$/, "") + "…" : words;
    return [passage.short + ": “" + opening + "”", passage.shared].join("\n");
  };

  /* Markdown */

  const SPECIAL = /[\\`*_{}[\]<>#|~^$&!]/g;
  const escaped = (words) => words.replace(SPECIAL, "\\$&");
  const STARTS = /^(\d+)([.)])(?=\s|$)|^([-+=:])/; /* what begins a list or a rule at the start of a line */
  const started = (words) => words.replace(STARTS, (_all, number, mark, sign) => (sign ? "\\" + sign : number + "\\" + mark));

  const markdownBlock = (block) => {
    if (block.kind === "table") {
      const [head, ...rows] = block.rows;
      const line = (cells) => "| " + cells.map(escaped).join(" | ") + " |";
      const body = head ? [line(head), "|" + head.map(() => " --- |").join(""), ...rows.map(line)].join("\n") : "";
      return [started(escaped(block.caption)), body, ...block.notes.map((note) => started(escaped(note)))].filter(Boolean).join("\n\n");
    }
    const heading = block.kind === "heading";
    const words = block.pieces.map((piece) => {
      const plain = escaped(piece.text);
      return piece.kind === "strong" && !heading ? plain.replace(/^(\s*)(.*?)(\s*)$/, "$1**$2**$3") : plain;
    }).join("").trim();
    return words && (heading ? "**" + words + "**" : started(words));
  };

  const markdown = (passage) => {
    const source = "— [" + escaped(passage.long) + "](" + passage.address + ")  \n<" + passage.address + ">";
    return [...passage.blocks.map(markdownBlock).filter(Boolean), source].join("\n\n")
      .split("\n").map((line) => (line ? "> " + line : ">")).join("\n");
  };

  /* HTML: built as elements, so that the browser escapes every word */

  const htmlTable = (block) => {
    const [head, ...rows] = block.rows;
    const row = (cells, name) => element("tr", "", ...cells.map((cell) => element(name, "", cell)));
    const made = element("table");
    if (block.caption) made.append(element("caption", "", block.caption));
    if (head) made.append(element("thead", "", row(head, "th")), element("tbody", "", ...rows.map((cells) => row(cells, "td"))));
    return [made, ...block.notes.map((note) => element("p", "", note))];
  };

  const htmlBlock = (block) => {
    if (block.kind === "table") return htmlTable(block);
    const inside = block.pieces.map((piece) => (piece.kind === "strong" ? element("strong", "", piece.text) : piece.text));
    return [element("p", "", ...(block.kind === "heading" ? [element("strong", "", ...inside)] : inside))];
  };

  const link = (address, words) => {
    const made = element("a", "", words);
    made.href = address;
    return made;
  };

  const html = (passage) => {
    const quote = element("blockquote", "", ...passage.blocks.flatMap(htmlBlock));
    quote.setAttribute("cite", passage.address);
    const source = element("p", "", "— " + passage.long, element("br"), link(passage.address, passage.address));
    return quote.outerHTML + "\n" + source.outerHTML;
  };

  /** A citation alone: as words that end in the address, and as words that are a link.
     @type {(words: string, address: string) => [string, string]} */
  const reference = (words, address) => [words + ", " + address, link(address, words).outerHTML];

  const count = (passage) => passage.blocks.map(plainBlock).join(" ").split(/\s+/).filter(Boolean).length;

  own.quotations = { text, message, markdown, html, reference, count };
})();
