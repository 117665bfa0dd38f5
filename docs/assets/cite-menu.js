/* The dialog in which a provision is cited: what is copied is shown before it is copied, and said aloud when it is. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { clipboard, passages, quotations } = own;
  let dialog = null;
  let parts = null;
  let opener = null; /* what opened the dialog, and has the focus again when it is closed */

  const element = (name, kind, text) => {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  };

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
    const said = element("p", "cite-said");
    said.setAttribute("role", "status");
    const close = element("button", "cite-close", "Close");
    close.type = "button";
    close.addEventListener("click", () => box.close());
    box.append(title, about, list, said, close);
    box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
    box.addEventListener("keydown", moved);
    box.addEventListener("close", () => opener.focus({ preventScroll: true }));
    document.body.append(box);
    parts = { title, about, list, said };
    return box;
  };

  /* Up, down, Home and End go through the buttons; Tab and Escape do as in every dialog. */
  const moved = (event) => {
    const all = [...dialog.querySelectorAll("button")];
    const here = all.indexOf(document.activeElement);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all[(to + all.length) % all.length].focus();
  };

  /* Everything that is known of the place, for copying, printing and the QR code. */
  const passage = (page, anchor) => ({
    ...page.cite(anchor),
    agreement: page.facts.agreement,
    status: page.facts.status,
    printed: page.printed(anchor),
    leads: page.leads(anchor),
    blocks: page.blocks(anchor),
  });

  const actions = (here) => {
    const copied = (name, text, html) => () => clipboard.copyAloud(parts.said, name, text, html);
    const words = quotations.count(here);
    const html = quotations.html(here);
    const list = [
      button("Copy link", here.address, copied("Link", here.address)),
      button("Copy short citation", here.short, copied("Short citation", ...quotations.reference(here.short, here.address))),
      button("Copy long citation", here.long, copied("Long citation", ...quotations.reference(here.long, here.address))),
      button("Copy words and citation", words === 1 ? "1 word" : words.toLocaleString("en-US") + " words", copied("Words and citation", quotations.text(here))),
      button("Copy as Markdown", "", copied("Markdown", quotations.markdown(here))),
      button("Copy as HTML", "for newsletters", copied("HTML", html, html)),
    ];
    if (navigator.share) {
      list.push(button("Share…", "", () => navigator.share({ title: here.short, text: here.long, url: here.address }).catch(() => {})));
    }
    return list;
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
    const page = passages.read(document, location.href);
    if (!page || !page.cites(anchor)) return;
    dialog ||= made();
    opener = link;
    const here = passage(page, anchor);
    parts.title.textContent = here.spelt;
    parts.about.textContent = [here.agreement, here.status, here.printed && "printed " + here.printed.replace("p.", "page")].filter(Boolean).join(" · ");
    parts.list.replaceChildren(...actions(here));
    parts.said.textContent = "";
    dialog.showModal();
    place(link);
    parts.list.querySelector("button").focus();
  };

  own.citeMenu = { open };
})();
