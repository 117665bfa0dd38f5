/* The address of a comparison as it was pasted or typed: it is never taken for the address of one of the agreements that it names.
   `contractReference.compared(text)` promises what goTo promises, or null if the text is no such address: the page that is meant;
   where the two texts stand the other way round, the comparison that there is, which is said; else the nearest to what is named.
   Needs: anchors, decoded, goComparisons, load, paths. Gives: compared. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const MOST = 5;

  /* What an address names below `compare/`, and its anchor; null if it is none. */
  const named = (text) => {
    const [path, hash = ""] = text.trim().split(/#(.*)/s);
    const steps = own.paths.steps(path).map((step) => step.toLowerCase());
    const at = steps.indexOf("compare");
    return at < 0 || !path.includes("/") ? null : { steps: steps.slice(at + 1), anchor: own.anchors.cleaned(own.decoded(hash)).anchor };
  };

  const offered = (row, exact) => {
    const [url, citation, agreement] = row;
    return { url, citation, opening: "", agreement, status: "", exact };
  };
  const answer = (offers, missing) => ({ offers, missing, doubt: Boolean(missing), several: false });
  const address = (steps) => ["compare", ...steps, ""].join("/");

  /* The comparison of the same two texts in the order in which it is there. */
  const turned = (rows, steps) => {
    const [one, other, ...rest] = steps;
    const below = address([other, one]);
    const there = one && other ? rows.filter(([url]) => url.startsWith(below)) : [];
    const same = there.find(([url]) => url === address([other, one, ...rest]));
    const [found = null] = same ? [same] : there;
    return found && answer([offered(found, !rest.length || Boolean(same))], say`These two texts are compared here in the other order.`);
  };

  /* The pages that share most with what is named, those nearest to the top; the list of all where none does. */
  const near = (rows, steps) => {
    const shared = (url) => url.split("/").filter((step) => steps.includes(step)).length;
    const most = Math.max(0, ...rows.map(([url]) => shared(url)));
    const likely = most ? rows.filter(([url]) => shared(url) === most) : [];
    const depth = Math.min(...likely.map(([url]) => url.split("/").length));
    const top = likely.filter(([url]) => url.split("/").length === depth).slice(0, MOST);
    return top.length ? top : [["compare/", say`Comparisons`, ""]];
  };

  own.compared = async (text) => {
    const asked = named(text);
    if (!asked) return null;
    if (!own.goComparisons) await own.load("compare/index.js").catch(() => {});
    const rows = own.goComparisons || [];
    if (!rows.length) return answer([], "");
    const [url, anchor] = [address(asked.steps), asked.anchor ? `#${asked.anchor}` : ""];
    const there = asked.steps.length ? rows.find(([each]) => each === url) : ["compare/", say`Comparisons`, ""];
    if (there) return answer([{ ...offered(there, true), url: url + anchor }], "");
    return turned(rows, asked.steps) || answer(near(rows, asked.steps).map((row) => offered(row, false)), say`There is no comparison at this address.`);
  };
})();
