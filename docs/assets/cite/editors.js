/* The table of citations: two buttons in every row, which copy its link and its long citation.
   Needs: clipboard, permanent. Gives: nothing. */
(() => {
  "use strict";
  const own = window.contractReference;
  const { copyAloud } = own.clipboard;
  const table = document.querySelector(".citations");
  if (!table) return; /* the guide has none */
  const home = document.querySelector("link[rel=canonical]");
  const said = document.createElement("p");
  said.className = "copied";
  said.setAttribute("role", "status");
  document.body.append(said);

  const button = (name, label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = name;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  };

  const head = document.createElement("th");
  head.textContent = say`Copy`;
  table.querySelector("thead tr").append(head);
  for (const row of table.querySelectorAll("tbody tr")) {
    const link = row.querySelector("a");
    const address = () => {
      const url = new URL(link.getAttribute("href"), home ? home.href : location.href);
      return (home ? url.href.split("#")[0] : own.permanent(document, url.href)) + url.hash;
    };
    const long = table.dataset.agreement + ", " + row.cells[1].textContent.trim();
    const cell = document.createElement("td");
    cell.append(
      button(say`Copy link`, say`Copy link to ${link.textContent}`, () => copyAloud(said, say`Link`, address())),
      button(say`Copy citation`, say`Copy citation of ${link.textContent}`, () => copyAloud(said, say`Citation`, long + ", " + address())));
    row.append(cell);
  }
})();
