/* The preview of a reference: the words that a link leads to, beside the link; references.js says when. Tab reaches its buttons,
   Escape closes it. A page opened from a disk may not read another: there the other page is loaded in a hidden frame, where this
   script answers with its words.
   Needs: element. Gives: preview. */
(() => {
  "use strict";
  const own = window.contractReference;
  const { element } = own;
  const LONGEST = 700;
  const FRAME = "preview:";
  const pages = new Map();
  const framed = new Map();
  let open = null;
  let timer = 0;

  const page = (url) => {
    const path = url.pathname;
    if (path === location.pathname) return Promise.resolve(document);
    if (!pages.has(path)) {
      pages.set(path, fetch(url.href.split("#")[0])
        .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(`answer ${answer.status}`))))
        .then((text) => new DOMParser().parseFromString(text, "text/html")));
    }
    return pages.get(path);
  };

  /* The words of an element, without what editors put beside them. */
  const words = (shown) => {
    const copy = shown.cloneNode(true);
    copy.querySelectorAll("[data-search-exclude], .preview").forEach((extra) => extra.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  /* The target and, if it is a heading or a lead-in, what follows it. */
  const passage = (target) => {
    const lines = [words(target)];
    const heading = /^H[1-6]$/.test(target.tagName);
    let next = target.nextElementSibling;
    while (next && lines.join(" ").length < LONGEST / 2 && (heading || /:$/.test(lines[lines.length - 1]))) {
      if (/^H[1-6]$/.test(next.tagName)) break;
      if (!next.hasAttribute("data-search-exclude") && next.tagName === "P" && words(next)) lines.push(words(next));
      next = next.nextElementSibling;
    }
    return lines.map((line) => (line.length > LONGEST ? line.slice(0, LONGEST).replace(/\s\S*$/, "") + "…" : line));
  };

  const passageAt = (found, anchor) => {
    const target = found.getElementById(anchor) || found.querySelector("article h1");
    return target ? passage(target) : [];
  };

  /* In the frame: the words that its name asks for. */
  if (location.protocol === "file:" && parent !== window && window.name.startsWith(FRAME)) {
    parent.postMessage(passageAt(document, window.name.slice(FRAME.length)), "*");
    return;
  }

  const inFrame = (url, anchor) => new Promise((done) => {
    const frame = document.createElement("iframe");
    const answer = (event) => {
      if (event.source !== frame.contentWindow || !Array.isArray(event.data)) return;
      removeEventListener("message", answer);
      frame.remove();
      done(event.data.map(String));
    };
    addEventListener("message", answer);
    frame.hidden = true;
    frame.name = FRAME + anchor;
    frame.src = url.href.split("#")[0];
    document.body.append(frame);
  });

  const linesOf = (url) => {
    const anchor = decodeURIComponent(url.hash.slice(1));
    if (location.protocol !== "file:" || url.pathname === location.pathname) return page(url).then((found) => passageAt(found, anchor));
    if (!framed.has(url.href)) framed.set(url.href, inFrame(url, anchor));
    return framed.get(url.href);
  };

  /* Where a reference leads: its title says it, and of a place on this page the label there. */
  const named = (link) => {
    const target = link.title || !link.hash ? null : document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const label = /** @type {HTMLElement} */ (target?.querySelector(".label[title]"));
    return target ? label?.title || document.querySelector("article h1").textContent.trim() : link.title;
  };

  const close = () => {
    clearTimeout(timer);
    if (!open) return;
    const { link, box } = open;
    open = null;
    own.preview.returning = true;
    if (box.contains(document.activeElement)) link.focus();
    own.preview.returning = false;
    box.remove();
  };

  const place = (link, box) => {
    if (innerWidth < 720) return;
    const rect = link.getBoundingClientRect();
    const below = rect.bottom + 8 + box.offsetHeight < innerHeight;
    box.style.left = Math.max(8, Math.min(rect.left, innerWidth - box.offsetWidth - 8)) + "px";
    box.style.top = (below ? rect.bottom + 6 : Math.max(8, rect.top - box.offsetHeight - 6)) + "px";
    box.style.bottom = "auto";
  };

  const show = (link) => {
    if (open && open.link === link) return;
    close();
    const box = element("span", "preview");
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", say`Preview: ${link.textContent}`);
    const title = link.dataset.title || named(link);
    link.dataset.title = title;
    box.append(element("span", "preview-title", title.split(":")[0]), element("span", "preview-words", title));
    const follow = element("a", "preview-open", say`Open`);
    follow.href = link.href;
    const shut = element("button", "preview-close", say`Close`);
    shut.type = "button";
    shut.addEventListener("click", (event) => { event.stopPropagation(); close(); });
    box.append(element("span", "preview-buttons", follow, shut));
    link.after(box);
    open = { link, box };
    place(link, box);
    linesOf(new URL(link.href)).then((lines) => {
      if (!lines.length || !open || open.box !== box) return;
      box.querySelector(".preview-words").replaceChildren(...lines.map((line) => element("span", "preview-line", line)));
      place(link, box);
    }).catch(() => {});
  };

  const outside = (event) => open && !open.box.contains(event.target);

  document.addEventListener("click", (event) => { if (outside(event)) close(); });
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    clearTimeout(timer);
    if (outside(event) && !/** @type {Element} */ (event.target).closest("a.ref")) timer = setTimeout(close, 400);
  });
  document.addEventListener("focusin", (event) => { if (outside(event) && event.target !== open.link) close(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

  own.preview = { show, shows: (link) => open?.link === link, returning: false };
})();
