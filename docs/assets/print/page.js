/* The page of the print set: what was picked, in an order that can be changed, as it will be printed. Where there is a network the
   words are those that the pages have today; else those that were kept.
   Needs: clipboard, element, load, passages, printSet, sheets. Gives: nothing. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element } = own;
  const NEEDED = ["cite/clipboard", "cite/passages", "print/set", "print/qr", "print/sheet"];
  const place = document.querySelector(".set");

  const button = (name, label, act) => {
    const made = element("button", "", name);
    made.type = "button";
    if (label) made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  };

  const said = element("p", "set-said");
  said.setAttribute("role", "status");
  const tools = element("div", "set-tools");
  const list = element("div", "sheets");
  const single = element("input");
  single.type = "checkbox";
  const label = element("label", "");
  label.append(single, say` Each on a page of its own`);
  single.addEventListener("change", () => list.classList.toggle("one-a-page", single.checked));
  tools.append(
    button(say`Print`, "", () => window.print()),
    button(say`Remove all`, "", () => { own.printSet.keep([]); show(); own.clipboard.say(said, say`Your print set is empty`); }),
    label);
  place.append(tools, said, list);

  /* After a change the focus stays with what was changed. */
  const changed = (address, name, words) => {
    show();
    const again = [...list.children].find((each) => each.dataset.address === address);
    const control = again && [...again.querySelectorAll("button")].find((each) => each.textContent === name && !each.disabled);
    (control || (again && again.querySelector("button:not(:disabled)")) || tools.querySelector("button")).focus();
    own.clipboard.say(said, words);
  };

  const controls = (passage, at, count) => {
    const made = element("div", "set-controls");
    const link = element("a", "", say`Open`);
    link.href = new URL(passage.page, new URL(own.printSet.root)) + "#" + passage.anchor;
    link.setAttribute("aria-label", say`Open ${passage.spelt}`);
    const moved = (by, name) => {
      const control = button(name, say`${name}: move ${passage.spelt}`, () => {
        own.printSet.move(passage.address, by);
        const now = at + by + 1;
        changed(passage.address, name, say`${passage.spelt} is now number ${now} of ${count}`);
      });
      control.disabled = at + by < 0 || at + by >= count;
      return control;
    };
    made.append(link, moved(-1, say`Up`), moved(1, say`Down`), button(say`Remove`, say`Remove ${passage.spelt}`, () => {
      own.printSet.remove(passage.address);
      changed(passage.address, "", say`${passage.spelt} removed`);
    }));
    return made;
  };

  const show = () => {
    const set = own.printSet.all();
    place.hidden = !set.length;
    document.documentElement.classList.toggle("set-empty", !set.length);
    list.replaceChildren(...set.map((passage, at) => {
      const made = own.sheets.sheet(passage);
      made.dataset.address = passage.address;
      made.prepend(controls(passage, at, set.length));
      return made;
    }));
  };

  /* Takes the words that the pages have now; a provision that is gone, or a page that cannot be had, stays as it was kept. */
  const refresh = async () => {
    const kept = own.printSet.all();
    const pages = new Map();
    for (const path of new Set(kept.map((each) => each.page))) {
      const url = new URL(path, own.printSet.root).href;
      const answer = await fetch(url).catch(() => null);
      if (!answer || !answer.ok) continue;
      pages.set(path, own.passages.read(new DOMParser().parseFromString(await answer.text(), "text/html"), url));
    }
    const today = own.printSet.all().map((each) => {
      const page = pages.get(each.page);
      return page && page.cites(each.anchor) ? { ...page.passage(each.anchor), page: each.page } : each;
    });
    if (JSON.stringify(today) !== JSON.stringify(own.printSet.all()) && own.printSet.keep(today)) show();
  };

  addEventListener("DOMContentLoaded", async () => { /* when goto.js, which has the loader, has run */
    await Promise.all(NEEDED.map((name) => own.load(`assets/${name}.js`)));
    show();
    if (location.protocol !== "file:") refresh();
  });
})();
