// The reading desk: shows a page of the source beside what was found of it, and sends what a person decides about its lines.
// All words come as data and are only ever shown as text.
(() => {
  "use strict";

  /** @typedef {{at: number, number: number, text: string, role: string, why: string, provision: number, depth: number, first: boolean, long: boolean, box: number[] | null}} Line */
  /** @typedef {{at: number, role: string, text: string}} Block */
  /** @typedef {{at: number, provision: number, depth: number, label: string, heading: string, part: string, anchor: string, rank: string, goes_on: boolean, why: string, blocks: Block[]}} Provision */
  /** @typedef {{number: number, name: string, picture: boolean, lines: Line[], boxes: {provision: number, box: number[]}[], provisions: Provision[]}} Page */
  /** @typedef {{line: number, page: number, code: string, message: string}} Look */
  /** @typedef {{title: string, pages: string[], read: number[], progress: string, steps: number, looks: Look[]}} Agreement */

  /** @param {string} id */
  const by = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const chooser = /** @type {HTMLSelectElement} */ (by("page"));
  const sheet = by("sheet");

  /** @type {Agreement} */
  let agreement;
  /** @type {Page} */
  let page;
  let first = 0; // of the lines that are chosen, by their places on the page
  let last = 0;
  let looked = -1; // the place in the list of what to look at
  let waiting = 0; // the timer behind which links are looked at
  let pending = 0; // of what was asked for and is not done
  let doing = Promise.resolve();

  const LINKED_AFTER = 1000; // milliseconds

  /** @param {string} tag @param {string} [text] @param {string} [kind] */
  const made = (tag, text = "", kind = "") => {
    const element = document.createElement(tag);
    element.textContent = text;
    element.className = kind;
    return element;
  };

  /** @param {string} words @param {boolean} [refused] */
  const say = (words, refused = false) => {
    by("said").textContent = words;
    by("said").classList.toggle("refused", refused);
  };

  /** Do something when all that was asked for before is done, so that no key decides about a line that is not shown yet. @param {() => unknown} act */
  const inTurn = (act) => {
    pending += 1;
    document.body.setAttribute("aria-busy", "true");
    doing = doing.then(act).then(() => {}, (error) => say(String(error.message), true)).then(() => {
      pending -= 1;
      if (!pending) document.body.removeAttribute("aria-busy");
    });
  };

  /** @param {string} path @param {object} [sent] @returns {Promise<any>} */
  const ask = async (path, sent) => {
    const options = sent && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(sent) };
    const answer = await fetch(path, options || {});
    const type = answer.headers.get("Content-Type") || "";
    if (!type.startsWith("application/json")) throw new Error(`the desk answered ${answer.status}; is it still open?`);
    return answer.json();
  };

  // What is shown -----------------------------------------------------------------------------------------------------

  const showAgreement = () => {
    document.title = `${agreement.title}: reading desk`;
    by("title").textContent = agreement.title;
    by("progress").textContent = agreement.progress;
    const read = new Set(agreement.read);
    chooser.replaceChildren(...agreement.pages.map((name, index) => {
      const option = /** @type {HTMLOptionElement} */ (made("option", `${read.has(index + 1) ? "✓ " : ""}${name}`));
      option.value = String(index + 1);
      return option;
    }));
    by("undo").toggleAttribute("disabled", agreement.steps === 0);
    showLooks();
  };

  const showLooks = () => {
    by("list").replaceChildren(...agreement.looks.map((look, index) => {
      const item = made("li");
      const button = made("button");
      button.setAttribute("type", "button");
      if (index === looked) button.setAttribute("aria-current", "true");
      button.append(made("b", look.code), look.line ? `line ${look.line}: ${look.message}` : look.message);
      button.addEventListener("click", () => inTurn(() => lookAt(index)));
      item.append(button);
      return item;
    }));
    by("list").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
    for (const each of document.querySelectorAll(".count")) each.textContent = `(${agreement.looks.length})`;
  };

  /** Take another list of what to look at; the place in it stays at the same entry, or before the one that followed it. @param {Agreement} fresh */
  const take = (fresh) => {
    const before = agreement?.looks[looked];
    agreement = fresh;
    if (!before) return;
    const looks = agreement.looks;
    const same = looks.findIndex((look) => look.line === before.line && look.code === before.code && look.message === before.message);
    const behind = looks.findIndex((look) => look.line > before.line);
    looked = same >= 0 ? same : (behind < 0 ? looks.length : behind) - 1;
  };

  /** Look at links and addresses when nothing was decided for a while: that takes longer than a decision. */
  const askLinked = () => {
    clearTimeout(waiting);
    by("linking").textContent = "Links and addresses are being looked at.";
    waiting = window.setTimeout(async () => {
      const steps = agreement.steps;
      const answer = await ask("linked").catch((error) => ({ refused: String(error.message), agreement: null }));
      inTurn(() => {
        // What was decided meanwhile asks again.
        if (agreement.steps !== steps) return;
        if (answer.agreement) take(answer.agreement);
        showLooks();
        by("linking").textContent = answer.refused ? `Links and addresses could not be looked at: ${answer.refused}` : "";
      });
    }, LINKED_AFTER);
  };

  /** @param {Line} line */
  const kind = (line) => (line.provision < 0 ? "furniture" : line.depth < 0 ? "part" : "");

  /** @param {Line} line @param {number} index */
  const lineOf = (line, index) => {
    const option = made("div", "", `line ${line.role}`);
    option.setAttribute("role", "option");
    option.id = `line-${index}`;
    option.dataset.index = String(index);
    if (line.box) {
      option.setAttribute("aria-label", line.text);
      option.dataset.box = "";
      place(option, line.box);
    } else {
      const number = made("span", String(line.number), "no");
      number.setAttribute("aria-hidden", "true");
      option.append(number, line.text);
    }
    if (line.why) option.title = line.why;
    return option;
  };

  /** @param {HTMLElement} element @param {number[]} box */
  const place = (element, [left, top, right, bottom]) => {
    element.style.left = `${left * 100}%`;
    element.style.top = `${top * 100}%`;
    element.style.width = `${(right - left) * 100}%`;
    element.style.height = `${(bottom - top) * 100}%`;
  };

  /** @param {number} provision */
  const nameOf = (provision) => {
    const found = page.provisions.find((each) => each.provision === provision);
    if (!found || provision < 0) return "not the parties’ text";
    return `${found.part}, ${[found.label, found.heading].filter(Boolean).join(" ") || found.rank}`;
  };

  const showSheet = () => {
    sheet.classList.toggle("pictured", page.boxes.length > 0);
    const list = made("div");
    list.id = "lines";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", `Lines of ${page.name}`);
    list.setAttribute("aria-multiselectable", "true");
    list.setAttribute("aria-describedby", "keys");
    list.tabIndex = 0;
    let group = made("div");
    page.lines.forEach((line, index) => {
      if (!index || line.provision !== page.lines[index - 1].provision) {
        group = made("div", "", `boxed ${kind(line)}`);
        group.setAttribute("role", "group");
        group.setAttribute("aria-label", nameOf(line.provision));
        group.style.setProperty("--depth", String(Math.min(4, line.depth + 1)));
        list.append(group);
      }
      group.append(lineOf(line, index));
    });
    sheet.replaceChildren(...(page.picture ? [picture(list)] : [list]));
  };

  /** The picture of a page; the one that is shown already stays. @param {Page} page */
  const imageOf = (page) => {
    const shown = sheet.querySelector("img");
    if (shown?.dataset.page === String(page.number)) return shown;
    const image = /** @type {HTMLImageElement} */ (made("img"));
    image.alt = `Picture of ${page.name}`;
    image.dataset.page = String(page.number);
    // Before it is there the lines on it have no place to scroll to.
    image.addEventListener("load", () => showChoice("center"));
    image.src = `picture/${page.number}`;
    return image;
  };

  /** A picture of the sheet, with boxes and lines on it if they were found there, else above them. @param {HTMLElement} list */
  const picture = (list) => {
    const frame = made("div", "", "sheet");
    frame.append(imageOf(page));
    for (const { provision, box } of page.boxes) {
      const own = page.lines.find((line) => line.provision === provision);
      const drawn = made("div", "", `box ${own ? kind(own) : ""} ${own && own.depth > 0 ? "deep" : ""}`);
      drawn.setAttribute("aria-hidden", "true");
      place(drawn, box);
      frame.append(drawn);
    }
    frame.append(list);
    return frame;
  };

  const showFound = () => {
    by("provisions").replaceChildren(...page.provisions.map((each) => {
      const item = made("li", "", each.provision < 0 ? "furniture" : each.depth < 0 ? "part" : "");
      item.style.setProperty("--depth", String(Math.min(5, each.depth + 1)));
      item.dataset.provision = String(each.provision);
      item.dataset.at = String(each.at);
      const head = made("button", [each.label, each.heading].filter(Boolean).join(" ") || each.why || each.part, "to");
      head.setAttribute("type", "button");
      head.tabIndex = -1;
      head.addEventListener("click", () => choose(page.lines.findIndex((line) => line.at === each.at)));
      item.append(head, made("span", each.provision < 0 ? "" : ` ${each.anchor}${each.goes_on ? ", goes on" : ""}`, "place"));
      for (const block of each.blocks) item.append(made("p", block.text, block.role));
      return item;
    }));
  };

  /** @param {ScrollLogicalPosition} [where] */
  const showChoice = (where = "nearest") => {
    const [from, to] = [Math.min(first, last), Math.max(first, last)];
    for (const option of sheet.querySelectorAll("[role=option]")) {
      const index = Number(/** @type {HTMLElement} */ (option).dataset.index);
      option.setAttribute("aria-selected", String(from <= index && index <= to));
    }
    const list = document.getElementById("lines");
    const option = document.getElementById(`line-${last}`);
    if (list && option) list.setAttribute("aria-activedescendant", option.id);
    option?.scrollIntoView({ block: where });
    const line = page.lines[from];
    let here = null;
    for (const item of by("provisions").children) {
      const own = /** @type {HTMLElement} */ (item);
      const is = line && Number(own.dataset.provision) === line.provision && Number(own.dataset.at) <= line.at;
      if (is) here = own;
      own.classList.remove("here");
    }
    here?.classList.add("here");
    here?.scrollIntoView({ block: "nearest" });
  };

  const showRead = () => {
    const read = agreement.read.includes(page.number);
    by("read").setAttribute("aria-pressed", String(read));
    by("back").toggleAttribute("disabled", page.number === 1);
    by("next").toggleAttribute("disabled", page.number === agreement.pages.length);
    chooser.value = String(page.number);
  };

  // Where a person is -------------------------------------------------------------------------------------------------

  /** @param {number} index @param {boolean} [more] */
  const choose = (index, more = false) => {
    if (index < 0 || index >= page.lines.length) return;
    last = index;
    if (!more) first = index;
    showChoice();
  };

  /** @param {number} number @param {(line: Line) => boolean} [wanted] */
  const open = async (number, wanted) => {
    const focused = sheet.contains(document.activeElement);
    page = await ask(`page/${Math.min(Math.max(1, number), agreement.pages.length)}`);
    showSheet();
    showFound();
    showRead();
    const found = wanted ? page.lines.findIndex(wanted) : 0;
    first = last = found < 0 ? page.lines.length - 1 : found;
    showChoice(wanted ? "center" : "nearest");
    if (focused) document.getElementById("lines")?.focus();
  };

  /** @param {number} index */
  const lookAt = async (index) => {
    const look = agreement.looks[index];
    if (!look) return say("nothing more to look at");
    looked = index;
    showLooks();
    if (look.line) {
      view("source");
      await open(look.page, (line) => line.number >= look.line);
      document.getElementById("lines")?.focus();
    }
    say(`${index + 1} of ${agreement.looks.length}: ${look.code} ${look.message}`);
  };

  /** @param {string} name */
  const view = (name) => {
    document.body.dataset.view = name;
    for (const each of document.querySelectorAll(".views button")) {
      each.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (each).dataset.shows === name));
    }
  };

  // What a person decides ---------------------------------------------------------------------------------------------

  /** Send something that changes the agreement, then show the page again. @param {string} path @param {object} sent @param {(answer: any) => string} told */
  const change = async (path, sent, told) => {
    const begun = performance.now();
    const line = page.lines[Math.min(first, last)];
    const answer = await ask(path, sent);
    take(answer.agreement);
    showAgreement();
    askLinked();
    await open(page.number, (each) => !line || each.at >= line.at);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    say(answer.refused || `${told(answer)} (${seconds} s)`, Boolean(answer.refused));
  };

  /** The offset of a place inside a long line where the caret was put. @param {Line} line */
  const caret = (line) => {
    const chosen = window.getSelection();
    const option = document.getElementById(`line-${last}`);
    if (!line.long || !chosen || !chosen.anchorNode || !option?.contains(chosen.anchorNode)) return line.at;
    return chosen.anchorNode.nodeType === Node.TEXT_NODE && chosen.anchorNode.textContent === line.text
      ? line.at + Math.min(chosen.anchorOffset, chosen.focusOffset) : line.at;
  };

  /** @param {string} what */
  const decide = async (what) => {
    const from = page.lines[Math.min(first, last)];
    const to = page.lines[Math.max(first, last)];
    if (!from || !to) return;
    const sent = { kind: what, at: what === "split" ? caret(from) : from.at, until: to.at };
    if (what === "correct") return correct(from, sent);
    if (what === "table") return setOut(sent);
    await change("decide", sent, (answer) => `${buttonName(what)}: written to ${answer.changed.join(", ")}`);
  };

  /** @param {string} what */
  const buttonName = (what) => (document.querySelector(`[data-kind=${what}]`)?.firstChild?.textContent || what).trim();

  /** @param {Line} line @param {object} sent */
  const correct = (line, sent) => {
    const words = String(window.getSelection() || "").trim();
    const raw = words && line.text.includes(words) ? words : line.text;
    fill("correct", { raw, text: raw }, (form) => change(
      "decide",
      { ...sent, raw: form.get("raw"), text: form.get("text"), reason: form.get("reason") },
      (answer) => `corrected in ${answer.changed.join(", ")}`,
    ));
  };

  /** @param {{kind: string, at: number, until: number}} sent */
  const setOut = async (sent) => {
    const { rows, replaces } = await ask(`cells?at=${sent.at}&until=${sent.until}`);
    const instead = replaces.length ? `, in the place of the table at lines ${replaces.join(", ")}` : "";
    by("replaced").textContent = replaces.length
      ? `Lines ${replaces.join(", ")} are already a table; what you keep here takes its place.` : "";
    fill("table", { text: rows }, (form) => change(
      "decide", { ...sent, text: form.get("text") }, (answer) => `table: written to ${answer.changed.join(", ")}${instead}`,
    ));
  };

  /** Open a dialog with its fields filled. @param {string} id @param {Record<string, string>} values @param {(form: FormData) => void} done */
  const fill = (id, values, done) => {
    const dialog = /** @type {HTMLDialogElement} */ (by(id));
    const form = /** @type {HTMLFormElement} */ (dialog.querySelector("form"));
    for (const [name, value] of Object.entries(values)) {
      /** @type {HTMLTextAreaElement} */ (form.elements.namedItem(name)).value = value;
    }
    dialog.returnValue = "";
    dialog.onclose = () => {
      document.getElementById("lines")?.focus();
      if (dialog.returnValue === "ok") inTurn(() => done(new FormData(form)));
    };
    dialog.showModal();
  };

  const undo = () => change("undo", {}, (answer) => `taken back in ${answer.changed?.join(", ") || "no file"}`);

  const mark = async () => {
    const read = !agreement.read.includes(page.number);
    await change("read", { page: page.number, read }, () => agreement.progress);
    if (read && page.number < agreement.pages.length) await open(page.number + 1);
  };

  // Keys, only while the lines have the focus ---------------------------------------------------------------------------

  /** @type {Record<string, (shift: boolean) => unknown>} */
  const KEYS = {
    ArrowDown: (shift) => choose(last + 1, shift),
    ArrowUp: (shift) => choose(last - 1, shift),
    Home: (shift) => choose(0, shift),
    End: (shift) => choose(page.lines.length - 1, shift),
    PageDown: () => page.number < agreement.pages.length && open(page.number + 1),
    PageUp: () => page.number > 1 && open(page.number - 1),
    ArrowLeft: () => decide("up"),
    ArrowRight: () => decide("down"),
    h: () => decide("heading"),
    a: () => decide("part"),
    j: () => decide("join"),
    s: () => decide("split"),
    t: () => decide("text"),
    f: () => decide("furniture"),
    b: () => decide("table"),
    c: () => decide("correct"),
    u: undo,
    r: mark,
    n: (shift) => lookAt(shift ? looked - 1 : looked + 1),
  };

  sheet.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    inTurn(() => act(event.shiftKey));
  });
  sheet.addEventListener("click", (event) => {
    const option = /** @type {HTMLElement} */ (event.target).closest("[role=option]");
    if (!option) return;
    document.getElementById("lines")?.focus({ preventScroll: true });
    choose(Number(/** @type {HTMLElement} */ (option).dataset.index), event.shiftKey);
  });
  by("decide").addEventListener("click", (event) => {
    const what = /** @type {HTMLElement} */ (event.target).closest("button")?.dataset.kind;
    if (what) inTurn(() => decide(what));
  });
  by("undo").addEventListener("click", () => inTurn(undo));
  by("read").addEventListener("click", () => inTurn(mark));
  by("back").addEventListener("click", () => inTurn(() => open(page.number - 1)));
  by("next").addEventListener("click", () => inTurn(() => open(page.number + 1)));
  chooser.addEventListener("change", () => inTurn(() => open(Number(chooser.value))));
  for (const each of document.querySelectorAll(".views button")) {
    each.addEventListener("click", () => view(/** @type {HTMLElement} */ (each).dataset.shows || "source"));
  }

  const begin = async () => {
    agreement = await ask("agreement");
    showAgreement();
    const unread = agreement.pages.findIndex((_, index) => !agreement.read.includes(index + 1));
    await open(Math.max(0, unread) + 1);
    document.getElementById("lines")?.focus();
    askLinked();
  };
  inTurn(begin);
})();
