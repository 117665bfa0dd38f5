/* An element with its class and what stands in it: words, which the browser escapes, or elements; what is empty is left out.
   Needs: nothing. Gives: element. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});

  own.element = (name, kind = "", ...inside) => {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...inside.filter((each) => (each ?? "") !== ""));
    return made;
  };
})();
