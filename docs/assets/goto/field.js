/* The field "Go to a citation": offers places as one types, goes to the one that is beyond doubt. A field with `data-words` takes
   words too: what is no citation is searched, and it says what it takes what is typed for. A field with `data-asks`
   answers its page's own address when the page opens: `/go/?c=8.5.G`, `/go/#8.5.G`; on the 404 page the unknown path.
   Needs: answers, decoded, element, goTo, openSearch, paths, root, straight. Gives: nothing. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element } = own;
  const PAUSE = 120;
  const { href, elements } = own.answers;

  const show = (form, result, asked) => {
    const { answer } = form;
    const both = "words" in form.element.dataset;
    const text = form.input.value.trim();
    const made = elements(result);
    answer.replaceChildren(...(both && text ? [element("p", "goto-taken", taken(result))] : []), ...made);
    if (both || result.offers.length || !asked) return;
    answer.append(element("p", "", say`No place here is cited so.`));
    if (form.input.value.trim()) answer.append(searched(form.input.value));
  };

  /* What a field for both takes what is typed for. */
  const taken = (result) => {
    if (own.straight(result)) return say`Taken for a citation: Enter goes there.`;
    return result.offers.length ? say`May be a citation; Enter searches for the words.` : say`Taken for words: Enter searches for them.`;
  };

  /* A way on, where nothing is cited so. */
  const searched = (words) => {
    const link = element("a", "", say`search`);
    link.href = `${href("search/")}?q=${encodeURIComponent(words)}`;
    return element("p", "", ...woven`Words are found by ${link}.`);
  };

  const unloaded = { offers: [], missing: "" };
  const found = (form, text) => own.goTo(text, { agreement: form.element.dataset.agreement || "" }).catch(() => unloaded);

  /* Answer what is typed, unless something else has been typed meanwhile. */
  const answer = async (form, asked) => {
    const text = form.input.value;
    const turn = (form.turn += 1);
    const result = text.trim() ? await found(form, text) : unloaded;
    if (turn !== form.turn) return null;
    show(form, result, asked && Boolean(text.trim()));
    return result;
  };

  const onType = (form) => {
    clearTimeout(form.timer);
    form.timer = setTimeout(() => answer(form, false), PAUSE);
  };

  const onSubmit = async (form, event) => {
    event.preventDefault();
    clearTimeout(form.timer);
    const text = form.input.value.trim();
    const result = await answer(form, true);
    const place = result && own.straight(result);
    if (place) location.assign(href(place.url));
    else if ("words" in form.element.dataset && text) own.openSearch?.(text);
  };

  /* Arrows lead from the field into the offers and back; Escape leaves them. */
  const onKey = (form, event) => {
    const stops = [form.input, ...form.answer.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      form.answer.replaceChildren();
      form.input.focus();
    } else if (step && at >= 0 && stops[at + step]) {
      event.preventDefault();
      stops[at + step].focus();
    }
  };

  /* What the page's address asks. */
  const question = (asks) => {
    if (asks === "path") return own.decoded(`/${location.href.replace(/\?[^#]*/, "").slice(own.root().length)}`);
    const asked = new URLSearchParams(location.search).get("c");
    return asked || own.decoded(location.hash.slice(1));
  };

  /* The page that an unknown address names by a file (`article-8.html`), if the site has it; "" if not. */
  const page = async () => {
    const path = own.paths.withoutEnding(location.pathname);
    if (path === location.pathname) return "";
    const { ok } = await fetch(path, { method: "HEAD" }).catch(() => ({ ok: false }));
    return ok ? path + location.search + location.hash : "";
  };

  /* Whether an address is that of another page than this one, which would only ask the same again. */
  const isAnother = (address) => address.split(/[?#]/)[0] !== location.href.split(/[?#]/)[0];

  const ask = async (form) => {
    const { asks } = form.element.dataset;
    const text = question(asks);
    if (!text) return;
    const named = asks === "path" ? await page() : "";
    if (named) { location.replace(named); return; }
    if (asks !== "path") form.input.value = text;
    const result = await own.goTo(text, { straight: true }).catch(() => unloaded);
    const place = own.straight(result);
    if (place && isAnother(href(place.url))) {
      location.replace(href(place.url));
    } else if (asks !== "path") {
      await answer(form, true);
    } else if (result.offers.length) {
      show(form, await found(form, text), true);
    }
  };

  const begin = (element_) => {
    const form = { element: element_, input: element_.querySelector("input"), answer: element("div", "goto-answer"), turn: 0, timer: 0 };
    form.answer.setAttribute("aria-live", "polite");
    element_.append(form.answer);
    form.input.addEventListener("input", () => onType(form));
    form.input.addEventListener("focus", () => own.goTo("").catch(() => {}), { once: true }); // so that it is there when one types
    element_.addEventListener("submit", (event) => onSubmit(form, event));
    element_.addEventListener("keydown", (event) => onKey(form, event));
    if (element_.dataset.asks) {
      ask(form);
      window.addEventListener("hashchange", () => ask(form));
    }
  };

  document.querySelectorAll("form.goto").forEach(begin);
})();
