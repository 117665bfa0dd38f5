/* The field above a long list: of its entries those are left that have every word typed, and the folds are opened in which they stand.
   Needs: element, fold. Gives: nothing. */
(() => {
  "use strict";
  const { element, fold } = window.contractReference;
  /** @type {HTMLElement} */
  const place = document.querySelector("[data-narrow]");
  if (!place) return;
  const plain = (text) => fold(text).toLowerCase();
  const entries = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(place.dataset.narrow))]
    .map((entry) => ({ entry, words: plain(entry.textContent) }));
  const folds = [...new Set(entries.map(({ entry }) => entry.parentElement.closest("details")))].filter(Boolean);

  const field = /** @type {HTMLInputElement} */ (element("input"));
  field.type = "search";
  field.autocomplete = "off";
  const told = element("span", "narrow-told");
  told.setAttribute("role", "status");

  const narrow = () => {
    const asked = plain(field.value).split(/\s+/).filter(Boolean);
    for (const { entry, words } of entries) entry.hidden = !asked.every((word) => words.includes(word));
    const left = entries.filter(({ entry }) => !entry.hidden);
    for (const each of folds) {
      const holds = left.some(({ entry }) => each.contains(entry));
      each.hidden = !holds;
      each.open = asked.length > 0 && holds;
    }
    told.textContent = asked.length ? place.dataset.told.replace("{shown}", String(left.length)).replace("{all}", String(entries.length)) : "";
  };
  field.addEventListener("input", narrow);
  place.append(element("label", "", place.dataset.label, field), told);
  place.hidden = false;
})();
