/* The dialog in which a provision is cited: what is copied is shown before it is copied, and said aloud when it is.
   Needs: clipboard, element, load, passages, printSet, qr, quotations, sheets. Gives: citeMenu. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element } = own;
  let dialog = null;
  let parts = null;
  const REPORTED = 1200; /* characters of the words that a report quotes: some mail programs take addresses of 2,000 characters only */
  let opener = null; /* what opened the dialog, and has the focus again when it is closed */

  const button = (name, detail, act) => {
    const made = element("button", "");
    made.type = "button";
    made.append(element("span", "cite-name", name));
    if (detail) made.append(element("span", "cite-detail", detail));
    made.addEventListener("click", act);
    return made;
  };

  const made = () => {
    const box = element("dialog", "cite-menu");
    const title = element("h2", "", "");
    title.id = "cite-menu-title";
    box.setAttribute("aria-labelledby", title.id);
    const about = element("p", "cite-about");
    const list = element("div", "cite-list");
    const set = element("a", "cite-set");
    set.href = own.printSet.page;
    const said = element("p", "cite-said");
    said.setAttribute("role", "status");
    const close = element("button", "cite-close", say`Close`);
    close.type = "button";
    close.addEventListener("click", () => box.close());
    box.append(title, about, list, set, said, close);
    box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
    box.addEventListener("keydown", moved);
    box.addEventListener("close", () => opener.focus({ preventScroll: true }));
    document.body.append(box);
    parts = { title, about, list, set, said };
    return box;
  };

  /* Up, down, Home and End go through the buttons; Tab and Escape do as in every dialog. */
  const moved = (event) => {
    const all = [...dialog.querySelectorAll("button, a:not([hidden])")];
    const here = all.indexOf(document.activeElement);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all[(to + all.length) % all.length].focus();
  };

  const loadSheets = () => Promise.all(["print/qr", "print/sheet"].map((name) => own.load(`assets/${name}.js`)));

  /* What becomes of the address in a message: only that of a page can be previewed; one of a place on a page has an anchor. */
  const previewed = ({ shared }) => (shared.includes("#")
    ? say`its first words, and this address, which has no preview of its own: ${shared}`
    : say`previews as these words: ${shared}`);

  const actions = (here) => {
    const copied = (name, text, html) => () => own.clipboard.copyAloud(parts.said, name, text, html);
    const words = own.quotations.count(here);
    const figures = words.toLocaleString(say`en-US`);
    const html = own.quotations.html(here);
    const list = [
      button(say`Copy link`, here.address, copied(say`Link`, here.address)),
      button(say`Copy short citation`, here.short, copied(say`Short citation`, ...own.quotations.reference(here.short, here.address))),
      button(say`Copy long citation`, here.long, copied(say`Long citation`, ...own.quotations.reference(here.long, here.address))),
      button(say`Copy words and citation`, plural(words)`1 word|${figures} words`, copied(say`Words and citation`, own.quotations.text(here))),
      button(say`Copy as Markdown`, "", copied("Markdown", own.quotations.markdown(here))),
      button(say`Copy as HTML`, say`for newsletters`, copied("HTML", html, html)),
      button(say`Copy for a message`, previewed(here), copied(say`Message`, own.quotations.message(here))),
    ];
    if (navigator.share) {
      list.push(button(say`Share…`, "", () => navigator.share({ title: here.short, text: here.long, url: here.shared }).catch(() => {})));
    }
    list.push(button(say`QR code`, "", () => loadSheets().then(() => showCode(here))));
    list.push(button(say`Print`, "", () => loadSheets().then(() => printed(own.sheets.sheet(here)))));
    list.push(added(here));
    /** @type {HTMLMetaElement} */
    const told = document.querySelector("meta[name=report]");
    if (told) list.push(button(say`Report an error here`, "", () => reported(told.content, here)));
    return list;
  };

  /* A message to whoever is told of errors, with the place and its words in it: a mail, or a page of theirs to fill in. */
  const reported = (form, here) => {
    const words = own.quotations.text(here);
    const title = say`Error at ${here.short}`;
    const body = [here.long, here.address, "", words.length > REPORTED ? words.slice(0, REPORTED) + "…" : words, "", say`What is wrong: `].join("\n");
    const mail = form.startsWith("mailto:");
    const url = mail ? form + "?subject={title}&body={body}" : form;
    const filled = url.replace("{title}", () => encodeURIComponent(title)).replace("{body}", () => encodeURIComponent(body));
    if (mail) location.assign(filled); else window.open(filled, "_blank", "noopener");
  };

  /* Printing is done from the page, which the dialog would cover. */
  const printed = (sheet) => { dialog.close(); own.sheets.print(sheet); };

  const count = () => { const held = own.printSet.all().length; return plural(held)`1 provision|${held} provisions`; };

  const showSet = () => {
    parts.set.hidden = !own.printSet.all().length;
    parts.set.textContent = say`Your print set: ${count()}`;
  };

  const added = (here) => {
    const name = () => (own.printSet.has(here.address) ? say`Remove from your print set` : say`Add to your print set`);
    const made = button(name(), "", () => {
      const kept = own.printSet.has(here.address) ? own.printSet.remove(here.address) : own.printSet.add(here);
      if (!kept) return own.clipboard.say(parts.said, say`This browser has no room for it, or keeps nothing`);
      made.querySelector(".cite-name").textContent = name();
      own.clipboard.say(parts.said, own.printSet.has(here.address) ? say`Added; your set has ${count()}` : say`Removed; your set has ${count()}`);
      showSet();
    });
    return made;
  };

  /* The code in place of the list, with what is written below it on paper. */
  const showCode = (here) => {
    const captions = [here.long, here.address];
    const box = element("div", "cite-code");
    box.append(own.qr.svg(here.address, say`QR code that leads to ${here.spelt}`));
    const back = button(say`Back`, "", () => open(here.anchor, opener));
    parts.list.replaceChildren(box, element("p", "", here.long), element("p", "", here.address),
      button(say`Download as SVG`, say`with the citation and the address below it`, () => download(here, captions)),
      button(say`Print for a notice board`, "", () => printed(own.sheets.poster(here))), back);
    place(opener);
    back.focus();
  };

  const download = (here, captions) => {
    const picture = own.qr.svg(here.address, here.long, captions);
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([picture.outerHTML], { type: "image/svg+xml" }));
    link.download = here.short.replace(/[^A-Za-z0-9.]+/g, "-").replace(/^-|-$/g, "") + ".svg";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    own.clipboard.say(parts.said, say`${link.download} is saved`);
  };

  /* Beside the label where there is room; on phones the style puts it at the foot of the screen. */
  const place = (link) => {
    dialog.style.left = dialog.style.top = "";
    if (innerWidth < 720) return;
    const box = link.getBoundingClientRect();
    const below = box.bottom + 8 + dialog.offsetHeight < innerHeight;
    dialog.style.left = Math.max(8, Math.min(box.left, innerWidth - dialog.offsetWidth - 8)) + "px";
    dialog.style.top = (below ? box.bottom + 8 : Math.max(8, innerHeight - dialog.offsetHeight - 8)) + "px";
  };

  const open = (anchor, link) => {
    const page = own.passages.read(document, location.href);
    if (!page || !page.cites(anchor)) return;
    dialog ||= made();
    opener = link;
    const here = page.passage(anchor);
    parts.title.textContent = here.spelt;
    parts.about.textContent = [here.agreement, here.status, here.printed && own.passages.printed(here.printed)].filter(Boolean).join(" · ");
    parts.list.replaceChildren(...actions(here));
    showSet();
    parts.said.textContent = "";
    if (!dialog.open) dialog.showModal();
    place(link);
    parts.list.querySelector("button").focus();
  };

  own.citeMenu = { open };
})();
