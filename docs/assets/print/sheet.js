/* What is printed of a provision: its citation, edition and printed page, what leads in to it, its words, the notice, its address
   and a QR code that leads back. Made from what passages.js read; source text is only ever text here.
   Needs: element, load, passages, qr. Gives: sheets. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element } = own;
  let printing = null;

  const piece = ({ kind, text }) => {
    if (kind === "label") return element("span", "label", text);
    return kind === "strong" ? element("strong", "", text) : text;
  };

  const table = (block) => {
    const [head, ...rows] = block.rows;
    const row = (cells, name) => element("tr", "", ...cells.map((cell) => element(name, "", cell)));
    const made = element("table");
    if (block.caption) made.append(element("caption", "", block.caption));
    if (head) made.append(element("thead", "", row(head, "th")), element("tbody", "", ...rows.map((cells) => row(cells, "td"))));
    return [made, ...block.notes.map((note) => element("p", "table-note", note))];
  };

  const block = (each) => {
    if (each.kind === "table") return table(each);
    return [element("p", (each.kind === "heading" ? "heading " : "") + each.look, ...each.pieces.map(piece))];
  };

  const edition = (passage) =>
    [passage.agreement, passage.status, passage.printed && own.passages.printed(passage.printed)].filter(Boolean).join(" · ");

  const notice = () => document.querySelector(".cr-notice").textContent;

  const foot = (passage) => element("div", "sheet-foot",
    own.qr.svg(passage.address, say`QR code that leads to ${passage.spelt}`),
    element("div", "",
      element("p", "sheet-cite", passage.long),
      element("p", "sheet-address", passage.address),
      element("p", "", notice())));

  const leads = (passage) => element("ol", "sheet-leads", ...passage.leads.map((lead) =>
    element("li", "", [lead.label, lead.words].filter(Boolean).join(" "), ...(lead.opens ? [element("br"), lead.opens] : []))));

  /* One provision as it is printed. */
  const sheet = (passage) => {
    const made = element("section", "sheet",
      element("h2", "", passage.spelt), element("p", "sheet-about", edition(passage)));
    if (passage.leads.length) made.append(leads(passage));
    made.append(element("div", "sheet-words", ...passage.blocks.flatMap(block)), foot(passage));
    return made;
  };

  /* A code for a notice board: large, with the citation and the address below it. */
  const poster = (passage) => element("section", "sheet poster",
    own.qr.svg(passage.address, say`QR code that leads to ${passage.spelt}`),
    element("h2", "", passage.spelt),
    element("p", "sheet-about", edition(passage)),
    element("p", "sheet-address", passage.address),
    element("p", "", notice()));

  const done = () => {
    if (printing) printing.remove();
    printing = null;
    document.documentElement.classList.remove("printing-sheets");
  };
  addEventListener("afterprint", done);

  /* The style of sheets; without it they are printed plainly. */
  const styled = own.load("assets/print/sheet.css").catch(() => {});

  /* Prints sheets and nothing else of the page. */
  const print = async (...sheets) => {
    await styled;
    done();
    printing = element("div", "sheets md-typeset", ...sheets);
    document.body.append(printing);
    document.documentElement.classList.add("printing-sheets");
    window.print();
  };

  own.sheets = { sheet, poster, edition, print };
})();
