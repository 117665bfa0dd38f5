/* The panel of search: asks agreements as one types, says what was searched besides what was typed, filters, and moves among results
   by keyboard. `settings`: `state` {q, agreement, kind, more, scroll, at} to begin with, `keep(state)` to remember it,
   `leave()` when a result on this very page is opened.
   Needs: address, element, fold, goTo, held, root, searchAmong, searchAnswer, searchBefore, searchChanges, searchData, searchResults, searchSubject, straight. Gives: searchPanel. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element } = own;
  const { figures, group, offers, others, places, counted, told, link } = own.searchResults;
  const PAUSE = 120; /* milliseconds without a key before it is searched */
  const NAMED = 8; /* other agreements that are named, and how many more each time they are asked for */
  const OFFERS = 3;
  const FEW = 4; /* provisions shown of each of several agreements */
  const MANY = 10; /* of one, and how many each "more" adds */
  const KINDS = {
    article: say`Articles`, memorandum: say`Memoranda`, local: say`Local items`, table: say`Tables`, appendix: say`Appendix`,
    supplement: say`Supplements`, attachment: say`Attachments`, other: say`Other parts`,
  };
  /* What may be a citation: figures and signs, words for ranks, a Roman number. All else is words, and is not looked up as a citation. */
  const CITED = /[\d§#/]|^\W*[ivxlc]+(?:[.\s]\w+)*\W*$/i;

  const selected = (label, all, options, chosen) => {
    const select = element("select", "");
    select.setAttribute("aria-label", label);
    select.append(new Option(all, ""), ...options.map(([value, text]) => new Option(text, value, false, value === chosen)));
    if (chosen) select.value = chosen;
    if (select.selectedIndex < 0) select.value = "";
    return select;
  };

  own.searchPanel = ({ form, field, place, entered }, { state, keep, leave }) => {
    const agreements = own.searchData.agreements.filter(({ slug }) => !own.held || own.held.includes(slug));
    const single = own.searchData.total === 1;
    const present = Object.keys(KINDS).filter((kind) => agreements.some(({ kinds }) => kinds.includes(kind)));
    const here = document.querySelector("meta[name=agreement]")?.content || "";
    const titles = agreements.map(({ slug, title }) => [slug, title]);
    for (const slug of [here, state.agreement]) if (slug && !titles.some(([known]) => known === slug)) titles.push([slug, slug]);

    const agreement = selected(say`Agreement and edition`, say`All agreements`, titles, state.agreement);
    const kind = selected(say`Kind of provision`, say`All kinds`, present.map((each) => [each, KINDS[each]]), state.kind);
    const filters = element("div", "cr-find__filters", agreement, kind);
    const status = element("p", "cr-find__status");
    status.setAttribute("role", "status");
    const notes = element("div", "cr-find__notes");
    const list = element("div", "cr-find__results");
    const subjects = element("div", "");
    place.replaceChildren(filters, status, notes, subjects, list);

    let run = 0;
    let timer = 0;
    let more = state.more || {};
    let direct = null;
    let current = null; /* the last text that was asked for, with its answers: {text, offered, shown} */
    let scarce = false; /* whether no agreement has most of what is asked, so that what has some of it is shown */
    let asTyped = "";
    let named = NAMED;
    let opened = "";
    let wait = state.scroll ? state : null;

    const now = () => ({ q: field.value.trim(), agreement: agreement.value, kind: kind.value, more });
    const remember = (extra) => keep({ ...now(), ...extra });

    const within = () => ({ agreement: agreement.value, kind: kind.value, also: [here, ...Object.keys(more)].filter((slug) => slug) });

    /* The list of agreements names those of a few; of many those that were asked. */
    const listed = (asked) => {
      for (const { slug, title } of asked) {
        const option = [...agreement.options].find(({ value }) => value === slug);
        if (option) option.text = title; else agreement.append(new Option(title, slug));
      }
    };

    const number = (slug, alone) => more[slug] || (alone ? MANY : FEW);

    const note = (...inside) => notes.append(element("p", "cr-find__note", ...inside));

    const button = (text, act) => {
      const made = element("button", "cr-find__again", text);
      made.type = "button";
      made.addEventListener("click", act);
      return made;
    };

    /* The subject of what was typed, with the words of every agreement on its page; and the lists of agreements that are called so. */
    const titled = (subject, lists) => {
      const named = subject ? [element("p", "cr-find__note cr-find__subject", ...woven`Subject: ${link(subject.url, subject.name)}`)] : [];
      const listed_ = lists.map(({ url, title, agreement: of }) => element("p", "cr-find__note cr-find__subject", link(url, title), ` · ${of}`));
      subjects.replaceChildren(...named, ...listed_);
    };

    const answered = (each, looked, at, alone) => own.searchAnswer.of(each, looked.query, looked.looks[at], { kind: kind.value, count: number(each.slug, alone), scarce, subject: looked.subject });

    /* Put what one agreement answers where its last answer stands. */
    const show = (each, looked, at, alone, answer) => {
      const its = () => list.querySelector(`[data-slug="${each.slug}"]`);
      const grown = async () => {
        const mine = run;
        const before = its().querySelectorAll(".cr-hit a").length;
        more = { ...more, [each.slug]: number(each.slug, alone) + MANY };
        remember();
        const longer = await answered(each, looked, at, alone);
        if (mine !== run) return;
        show(each, looked, at, alone, longer);
        its().querySelectorAll(".cr-hit a")[before]?.focus();
      };
      const old = its();
      const made = answer.results.length ? group(each, answer, grown) : element("section", "");
      made.dataset.slug = each.slug;
      made.hidden = !answer.results.length;
      if (old) old.replaceWith(made); else list.append(made);
    };

    /* The agreements that were not asked: some by name, each with how many of its provisions have all that was typed. */
    const rest = async (left, query, mine) => {
      const shown = await Promise.all(left.slice(0, named).map(async ({ number: at, most }) => ({ ...await own.searchAmong.numbered(at), most })));
      if (mine !== run || !shown.length) return;
      const exact = query.terms.length === 1 && query.terms[0].ways.length === 1 && query.terms[0].ways[0].length === 1;
      const open = ({ slug }) => { more = { ...more, [slug]: FEW }; opened = slug; search(); };
      const longer = () => { named += NAMED; made.remove(); rest(left, query, run); };
      const made = others(shown, left.length, exact, open, longer);
      list.append(made);
      if (exact) return;
      for (const each of shown) {
        const count = await own.searchAnswer.count(each, query);
        if (mine !== run) return;
        if (count !== null) made.querySelector(`[data-named="${each.slug}"]`).textContent = told(count);
      }
    };

    const tell = (answers, left) => {
      const found = answers.reduce((sum, { total }) => sum + total, 0);
      const near = answers.some(({ part }) => part);
      const groups = answers.filter(({ total }) => total).length;
      const cited = !direct ? "" : own.straight?.(direct) ? say`The place cited` : say`Places that may be cited`;
      const inside = !found ? "" : cited ? say`${counted(found)} with these words` : counted(found);
      const where = groups > 1 ? say`${inside} in ${groups} agreements` : inside;
      const words = left.length ? plural(left.length)`${where}; ${figures(left.length)} more agreement below|${where}; ${figures(left.length)} more agreements below` : where;
      const part = scarce ? say`No provision has all of this; these have some` : say`No provision has all of this; these have most`;
      const none = cited ? say`${cited}. No provision has these words` : near ? part : say`Nothing found`;
      status.textContent = !found ? none : cited ? say`${cited}, and ${words}` : words;
      if (!found && !near && !direct) {
        const index = element("a", "", say`the agreements and their indexes`);
        index.href = own.address ? own.address("search/#indexes") : `${own.root()}search/#indexes`;
        notes.append(element("p", "cr-find__note", ...woven`Try other or fewer words, or look at ${index}.`));
        if (agreement.value && !single) note(button(say`Search all agreements`, () => { agreement.value = ""; search(); }));
      }
    };

    const restore = () => {
      if (!wait) return;
      const { scroll, at } = wait;
      wait = null;
      (place.closest("dialog") ? place : document.scrollingElement).scrollTop = scroll;
      [...list.querySelectorAll("a")].find((each) => each.dataset.url === at)?.focus({ preventScroll: true });
    };

    /* Say what was searched besides, and instead of, what was typed. */
    const explain = ({ query, missing }, asked) => {
      const listed = (words) => words.flatMap((each, index) => [index ? ", " : "", element("b", "", each)]);
      const none = element("span", "", ...missing.flatMap((each, index) => [index ? say` or ` : "", element("b", "", each)]));
      const who = () => (asked.length === 1 && !single ? woven`The ${asked[0].title} does not say ${none}.` : woven`No agreement says ${none}.`);
      if (missing.length && !(direct && own.straight?.(direct))) note(...who());
      for (const [said, means] of query.instead) {
        const [typed, others] = [element("b", "", said), element("span", "", ...listed(means))];
        if (!missing.includes(said)) note(...woven`No agreement says ${typed}. Searched instead: ${others}.`);
      }
      const also = element("span", "", ...listed(query.also));
      if (query.also.length) note(...woven`Also searched: ${also}.`);
      if (!query.terms.length && !missing.length) note(say`These words stand everywhere. Type one that says what you look for.`);
    };

    /* Show what each agreement answers, the first by itself, so that it is shown as soon as if there were no other; nothing if
       something else was typed. */
    const shownOf = async (looked, alone, mine) => {
      const answers = [];
      const coming = [];
      for (const [at, each] of looked.asked.entries()) {
        answers.push(await (coming[at] || answered(each, looked, at, alone)));
        if (mine !== run) return null;
        show(each, looked, at, alone, answers[at]);
        if (!coming.length) looked.asked.forEach((other, place) => { coming[place] = place > at ? answered(other, looked, place, alone) : null; });
      }
      return answers;
    };

    /* Show what is found; promises what there is to tell of the agreements that were not asked, nothing if something else was typed. */
    const answer = async (text, corrected, mine, offered) => {
      const looked = await own.searchAnswer.looked(text, within(), corrected || asTyped === text);
      if (mine !== run) return null;
      const { asked, left } = looked;
      const alone = asked.length === 1 && !left.length;
      if (!corrected) notes.replaceChildren();
      if (looked.better) {
        const [better, instead] = [element("b", "", looked.better), button(say`Search for “${text}” instead`, () => { asTyped = text; search(); })];
        note(...woven`Showing results for ${better}. ${instead}`);
        return answer(looked.better, true, mine, offered);
      }
      listed(asked);
      titled(looked.subject, own.searchSubject.lists(looked.query.typed, looked.subject, asked));
      if (looked.missing.length) await offered; /* of a citation nobody is told that no agreement has its words */
      if (mine !== run) return null;
      explain(looked, asked);
      const kept = new Set(asked.map(({ slug }) => slug));
      for (const old of [...list.children]) if (!kept.has(old.dataset.slug)) old.remove();
      scarce = false;
      let answers = await shownOf(looked, alone, mine);
      if (answers?.every(({ results, failed }) => !results.length && !failed) && looked.query.terms.length > 1) {
        scarce = true;
        answers = await shownOf(looked, alone, mine);
      }
      if (!answers) return null;
      const failed = asked.filter((_, index) => answers[index].failed);
      if (asked.length && failed.length === asked.length) throw new Error("nothing can be searched");
      for (const { slug } of asked) list.append(list.querySelector(`[data-slug="${slug}"]`));
      await offered;
      if (mine !== run) return null;
      const titles_ = failed.map(({ title }) => title).join("; ");
      if (failed.length) note(navigator.onLine ? say`Could not be loaded: ${titles_}.` : say`Not saved on this device, so not searched: ${titles_}.`);
      tell(answers, left);
      list.removeAttribute("aria-busy");
      restore();
      if (opened) list.querySelector(`[data-slug="${opened}"] a`)?.focus();
      opened = "";
      return { left, query: looked.query };
    };

    /* Whether it is worth the script that reads citations: there is a figure, or the first word is that of a rank, in any language. */
    const mayCite = (typed) => {
      const [first = ""] = own.fold(typed).toLowerCase().match(/\p{L}+/u) || [];
      return CITED.test(typed) || ` ${own.searchData.heads} `.includes(` ${first} `);
    };

    /* The first place that an agreement has for some words; undefined if it has none. */
    const firstOf = async (words, slug) => {
      const looked = words && await own.searchAnswer.looked(words, { agreement: slug, kind: "", also: [] }, false);
      const answer_ = looked && await own.searchAnswer.of(looked.asked[0], looked.query, looked.looks[0], { kind: "", count: 1, scarce: false, subject: looked.subject });
      return answer_?.results[0];
    };

    const citations = async (text, mine) => {
      const rest = own.searchChanges.asked(text);
      const typed = rest ?? text;
      const found = own.goTo && mayCite(typed.replace(/\$\s?[\d.,]+|[\d.,]+\s?%/g, "")) ? await own.goTo(typed, { agreement: agreement.value || undefined }).catch(() => null) : null;
      const meant = agreement.value || here || agreements[0]?.slug;
      const changes = rest === null || !meant ? [] : await own.searchChanges.places(found, meant, text, (slug) => firstOf(rest, slug)).catch(() => []);
      if (mine !== run) return null;
      direct = found?.offers.length ? found : null;
      place.querySelectorAll(".cr-offers").forEach((old) => old.remove());
      if (changes.length) notes.before(places(say`What changed`, say`taken for a question about editions`, changes.slice(0, OFFERS)));
      if (direct) notes.before(offers(found, OFFERS));
      return direct;
    };

    const search = async () => {
      clearTimeout(timer);
      timer = 0;
      const mine = ++run;
      const text = field.value.trim();
      current = { text, offered: Promise.resolve(null), shown: Promise.resolve(null) };
      remember();
      if (!text) {
        place.querySelectorAll(".cr-offers").forEach((old) => old.remove());
        direct = null;
        notes.replaceChildren();
        titled(null, []);
        list.replaceChildren(own.searchBefore.show((words) => { field.value = words; field.focus(); search(); }));
        list.removeAttribute("aria-busy");
        status.textContent = "";
        return;
      }
      list.setAttribute("aria-busy", "true");
      list.querySelectorAll(".cr-before").forEach((old) => old.parentElement.remove());
      try {
        current.offered = citations(text, mine);
        current.shown = answer(text, false, mine, current.offered);
        const further = await current.shown;
        if (further) await rest(further.left, further.query, mine);
      } catch {
        if (mine !== run) return;
        list.replaceChildren();
        notes.replaceChildren();
        titled(null, []);
        status.textContent = "";
        const again = button(say`Try again`, search);
        note(...woven`Search could not be loaded. ${again}`);
      }
    };

    /* Keys: down and up go through results, Enter in the field goes to the one place a citation names, or to the first result: of what
       stands in the field when it is pressed, never of what stood there before, so that it may have to wait for its answer. */
    const stops = () => [field, ...place.querySelectorAll(".cr-offers a, .cr-find__results a, .cr-find__results button")];
    const move = (event, step) => {
      const all = stops();
      const at = all.indexOf(document.activeElement);
      if (at < 0) return;
      event.preventDefault();
      all[Math.max(0, Math.min(all.length - 1, at + step))].focus();
    };
    const keys = (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "ArrowDown" && event.target.tagName !== "SELECT") move(event, 1);
      else if (event.key === "ArrowUp" && event.target.tagName !== "SELECT" && event.target !== field) move(event, -1);
    };
    form.addEventListener("keydown", keys);
    place.addEventListener("keydown", keys);
    const enter = async () => {
      if (timer || current.text !== field.value.trim()) search();
      const asked = current;
      const since = () => asked !== current || asked.text !== field.value.trim();
      const cited = await asked.offered;
      if (since()) return;
      if (cited && own.straight?.(cited)) return stops()[1]?.click();
      await asked.shown.catch(() => null);
      if (!since() && [field, document.body].includes(document.activeElement)) stops()[1]?.focus();
    };
    form.addEventListener("submit", enter);
    field.addEventListener("input", () => {
      more = {};
      named = NAMED;
      asTyped = "";
      clearTimeout(timer);
      list.setAttribute("aria-busy", "true"); /* what is shown answers something else by now */
      timer = setTimeout(search, PAUSE);
    });
    filters.addEventListener("change", () => { more = {}; named = NAMED; search(); });
    place.addEventListener("click", (event) => {
      const link = event.target.closest(".cr-hit a, .cr-find__subject a");
      if (!link) return;
      const over = place.closest("dialog");
      own.searchBefore.remember(field.value.trim());
      remember({ scroll: (over ? place : document.scrollingElement).scrollTop, at: link.dataset.url });
      if (over && link.pathname === location.pathname && !event.ctrlKey && !event.metaKey) leave();
    });
    search();
    if (entered === field.value) enter(); /* before this script was there */
  };
})();
