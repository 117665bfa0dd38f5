/* The finder of pay: kind of employee, grade and step, answered from the tables of the page and from nothing else.
   Needs: element. Gives: nothing. */
(() => {
  "use strict";
  const { element } = window.contractReference;
  /** @type {HTMLElement} */
  const place = document.querySelector(".finder");
  if (!place) return;

  const unique = (values) => [...new Set(values)];
  const told = (cell) => cell.textContent.trim();

  /* Every cell of a table of rates or times: {kind, per, grade, step, amount, table}, an empty one left out. */
  /** @type {HTMLElement[]} */
  const frames = [...document.querySelectorAll(".rates")];
  const rates = frames.flatMap((frame) => {
    const heads = [.../** @type {NodeListOf<HTMLElement>} */ (frame.querySelectorAll("thead th"))].slice(1);
    const stepless = told(frame.querySelector("thead th")) === say`Grade`;
    return [...frame.querySelectorAll("tbody tr")].flatMap((row) => {
      const [first, ...cells] = [...row.children];
      return cells.map((cell, at) => ({ kind: frame.dataset.kind, per: frame.dataset.per, currency: frame.dataset.currency, grade: told(heads[at]),
        step: stepless ? "" : told(first), amount: told(cell), table: heads[at].dataset.table })).filter(({ amount }) => amount);
    });
  });
  /** @type {HTMLElement[]} */
  const waitFrames = [...document.querySelectorAll(".waits")];
  const waits = waitFrames.flatMap((frame) => {
    const heads = [...frame.querySelectorAll("thead th")].slice(2).map(told);
    return [...frame.querySelectorAll("tbody tr")].flatMap((row) => {
      const [from, to, ...cells] = [...row.children].map(told);
      return cells.map((time, at) => ({ step: from, next: to, grade: heads[at], time, unit: frame.dataset.unit, table: frame.dataset.table })).filter(({ time }) => time);
    });
  });
  /** @type {HTMLElement[]} */
  const ruled = [...document.querySelectorAll(".worked-out")];
  const rules = ruled.map(({ dataset }) => ({ kind: dataset.kind, per: dataset.per, divide: Number(dataset.divide), because: dataset.because }));

  /* Hundredths, so that halves are rounded as the build rounds them. */
  const hundredths = (amount) => Math.round(Number(amount.replace(/[^\d.]/g, "")) * 100);
  const divided = (amount, by) => (Math.floor((2 * hundredths(amount) + by) / (2 * by)) / 100).toLocaleString("en-US", { minimumFractionDigits: 2 });
  const money = ({ currency, amount }) => (amount.startsWith(currency) ? amount : currency + amount);
  const each = (unit) => (/^(?:hour|[aeio])/.test(unit) ? say`an ${unit}` : say`a ${unit}`);

  const link = (table) => {
    const found = document.querySelector(`a[data-of="${CSS.escape(table)}"]`);
    const made = element("a", "", found ? told(found) : table);
    if (found) made.setAttribute("href", found.getAttribute("href"));
    return made;
  };

  /* What a table says below its cells, in its words: "For new hires: the top step is Step I" is part of every answer from it. */
  const notes = (table) => {
    const said = [...document.querySelectorAll(`.table-note[data-notes~="${CSS.escape(table)}"]`)];
    if (!said.length) return [];
    return [element("div", "said", element("p", "", ...woven`Notes of ${link(table)}:`), ...said.map((note) => element("p", "words", told(note))))];
  };

  const select = ([name, said]) => {
    const field = /** @type {HTMLSelectElement} */ (element("select"));
    field.name = name;
    return { label: element("label", "", said, field), field };
  };
  const form = element("form", "choose");
  form.setAttribute("aria-label", say`Find a rate of pay`);
  const [kind, grade, step] = [["employee", say`Employee`], ["grade", say`Grade`], ["step", say`Step`]].map(select);
  const answer = element("div", "answer");
  answer.setAttribute("role", "status");
  form.append(kind.label, grade.label, step.label);
  form.addEventListener("submit", (event) => event.preventDefault());

  /* Fills a field, and keeps what was chosen if it is still there. */
  const offer = ({ label, field }, values) => {
    const before = field.value;
    field.replaceChildren(...values.map((value) => new Option(value, value)));
    if (values.includes(before)) field.value = before;
    label.hidden = values.length === 1 && !values[0];
  };

  const line = (name, ...parts) => element("p", "", element("b", "", name), " ", ...parts);

  const worked = (rule, rate) => {
    const [less, more, by] = [each(rule.per), each(rate.per), rule.divide.toLocaleString("en-US")];
    return say`${less}, worked out here: ${more}’s rate divided by ${by} (${rule.because})`;
  };

  const next = (wait, reached) => {
    const after = element("span", "", ...woven`after ${wait.time} ${wait.unit} (${link(wait.table)})`);
    return line(say`Step ${wait.next}`, ...(reached ? woven`${after}: ${money(reached)} ${each(reached.per)}` : [after]));
  };

  const show = () => {
    const ofKind = rates.filter((each) => each.kind === kind.field.value);
    offer(grade, unique(ofKind.map((each) => each.grade)));
    const ofGrade = ofKind.filter((each) => each.grade === grade.field.value);
    offer(step, unique(ofGrade.map((each) => each.step)));
    const found = ofGrade.filter((each) => each.step === step.field.value);
    const lines = found.flatMap((rate) => [
      line(money(rate), ...woven`${each(rate.per)} (${link(rate.table)})`),
      ...rules.filter((rule) => rule.kind === rate.kind).map((rule) =>
        line(rate.currency + divided(rate.amount, rule.divide), worked(rule, rate))),
    ]);
    const waited = step.field.value ? waits.filter((each) => each.grade === grade.field.value) : [];
    const wait = waited.find(({ step: from }) => from === step.field.value);
    if (wait) lines.push(next(wait, ofGrade.find(({ step: to }) => to === wait.next)));
    else if (step.field.value && waits.length) lines.push(line(say`No next step`, say`in the table of waiting times.`));
    const tables = unique([...found, ...waited].map(({ table }) => table));
    answer.replaceChildren(...lines, ...tables.flatMap(notes));
  };
  form.addEventListener("change", show);
  offer(kind, unique(rates.map((each) => each.kind)));
  show();
  place.append(form, answer);
  place.hidden = false;
})();
