/* In the one file of an agreement, where scripts run: citations as people type them, looked up in the table that the file
   holds. `contractReference.placesOf(text)` promises {places: [{id, citation, opening}], exact, missing}: the best first;
   `exact` if the first is the place beyond doubt. The scripts before this one do the looking up (goto/read, find, offers).
   Needs: findOffers. Gives: decoded, goIndex, goTables, held, load, placesOf. */
(() => {
  "use strict";
  const OPENING = 90;
  const own = window.contractReference;
  const slug = document.querySelector("meta[name=agreement]").content;
  own.held = [slug];
  own.decoded = (text) => { try { return decodeURIComponent(text); } catch { return text.replace(/%\w{0,2}/g, ""); } };
  /* The table is data, read when it is first needed: a file that only is read need not wait for it. */
  own.load = async () => {
    if (own.goIndex) throw new Error("all that can be looked up is in this file");
    const { index, tables } = JSON.parse(document.getElementById("file-data").textContent);
    Object.assign(own, { goIndex: index, goTables: tables });
  };

  /* The element at an address of the site: its anchor, with the name of its page before it where the file has put that. */
  const element = (url) => {
    const [address, anchor = ""] = url.split("#");
    const part = [...document.querySelectorAll("article.part")].find((each) => each.dataset.address === address);
    if (!part) return null;
    const page = address.split("/").filter((step) => step && step !== slug).join("/");
    const named = [anchor, `${page}/${anchor}`].map((id) => id && document.getElementById(id));
    return named.find((each) => each && part.contains(each)) || part.querySelector("h1");
  };

  const opening = (found) => {
    const copy = found.cloneNode(true);
    copy.querySelectorAll(".page, .editorial, [data-search-exclude]").forEach((each) => each.remove());
    const words = copy.textContent.replace(/\s+/g, " ").trim();
    return words.length > OPENING ? words.slice(0, OPENING).replace(/\s\S*$/, "") + "…" : words;
  };

  own.placesOf = async (text) => {
    const answer = await own.findOffers(text, { agreement: slug, straight: true });
    const found = answer.offers.map((offer) => ({ offer, at: element(offer.url) })).filter(({ at }) => at);
    return {
      places: found.map(({ offer, at }) => ({ id: at.id, citation: offer.citation, opening: opening(at) })),
      exact: found.length > 0 && found[0].offer.exact && !answer.doubt,
      missing: answer.missing,
    };
  };
})();
