/* Deadlines: a field for a date at each time limit, and the last day counted from it, on this device. Only days of the calendar
   are counted; a limit whose days the words do not explain has no field.
   Needs: element. Gives: nothing. */
(() => {
  "use strict";
  const { element } = window.contractReference;
  /** @type {HTMLElement[]} */
  const limits = [...document.querySelectorAll(".deadline[data-days]")];
  if (!limits.length) return;
  const DAY = 86400000;
  const words = new Intl.DateTimeFormat(say`en-US`, { weekday: "long", year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });

  /* The last day, so many days of the calendar after one in the form of a date field; in universal time no day has 23 hours. */
  const counted = (from, days) => words.format(new Date(Date.parse(from + "T00:00:00Z") + days * DAY));

  for (const limit of limits) {
    const field = element("input");
    const said = element("output");
    field.type = "date";
    field.max = "9999-12-31";
    field.setAttribute("aria-label", say`Counted from ${limit.dataset.since}`);
    field.addEventListener("input", () => { said.textContent = field.value ? say`Last day: ${counted(field.value, Number(limit.dataset.days))}` : ""; });
    limit.append(element("label", "", say`Counted from`, field), said);
  }
  document.querySelector(".counts").removeAttribute("hidden");
})();
