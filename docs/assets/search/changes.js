/* Who asks what changed is sent to what says it: the page of all editions of an article that is cited, the comparisons of an agreement.
   Needs: fold, held, searchAmong, searchData. Gives: searchChanges. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const ASKED = /\b(?:what(?:'s| is| are| has| have)? (?:been )?(?:chang(?:ed|es)|new|different)|how (?:has|have|did) .* changed?|chang(?:es|ed) (?:in|to|of|from|since|between)|differences? (?:in|between|from)|histor(?:y|ies) of|used to (?:say|be|read)|compared? (?:to|with)|(?:18|19|20)\d\d (?:vs|versus|against)\b\.? (?:18|19|20)\d\d)\b/;
  /* What is no part of what is asked of: the question, and the years or editions it speaks of. */
  const FRAME = /\b(?:what(?:'s)?|how|did|does|do|has|have|been|is|are|used to (?:say|be|read)|histor(?:y|ies)|compared?|with|about|in|to|the|of|from|since|between|and|vs|versus|against|before|after|last|old|new|previous|contracts?|agreements?|editions?|say|changed?|changes|differen(?:t|ces?))\b|\b(?:18|19|20)\d\d\b/g;

  /* The same in the other languages of the site and its agreements, of which data/asking_words.py knows some. */
  let others = null;
  const inOthers = () => (others ||= own.searchData.asking.map(({ changed, around }) => [changed, around]
    .map((words) => new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, "gu"))));

  /* What it is asked of, without the question: "article 8" of "what changed in Article 8 since 1966"; null if this is no such question. */
  const asked = (text) => {
    const plain = own.fold(text).toLowerCase().replace(/[?!]/g, " ");
    const [, frame] = [[ASKED, FRAME], ...inOthers()].find(([question]) => plain.search(question) >= 0) || [];
    return frame ? plain.replace(frame, " ").replace(/[¿¡]/g, " ").replace(/\b(?:18|19|20)\d\d\b/g, " ").replace(/\s+/g, " ").trim() : null;
  };

  const inAll = (cited) => say`${cited} in all editions`;

  const yearsIn = (text) => text.match(/\b(?:18|19|20)\d\d\b/g) || [];

  /* The comparisons of an agreement, and of those whose titles name a year that was typed: those that name the most of the years first. */
  const comparisonsOf = async (about, years) => {
    const named = own.searchData.agreements.filter(({ slug, title }) => yearsIn(title).some((year) => years.includes(year)) && (!own.held || own.held.includes(slug)));
    const abouts = [about, ...await Promise.all(named.map(({ slug }) => own.searchAmong.about(slug)))];
    const all = abouts.flatMap((each) => each.comparisons.map((comparison) => ({ comparison, about: each })));
    const each = [...new Map(all.map((one) => [one.comparison[1], one])).values()];
    const share = ({ comparison: [name] }) => yearsIn(name).filter((year) => years.includes(year)).length;
    return each.sort((one, other) => share(other) - share(one));
  };

  /* A comparison, at the part of its newer edition that is asked for, where that has a page there: `part` is its address in the edition. */
  const at = ({ comparison: [name, url, pages], about }, { part, citation }) => {
    const known = { citation: name, agreement: about.title, status: about.status, exact: true };
    return pages.includes(part) ? { ...known, url: `${url}${part}/`, opening: citation } : { ...known, url, opening: "" };
  };

  const NOWHERE = { part: "", citation: "" };
  const partOf = ({ url, citation }) => ({ part: url.split("#")[0].split("/").slice(1).filter((step) => step).join("/"), citation: citation.split(/[,.(]/)[0] });

  /* Where it is answered: `cited` is what the rest of `text` was taken for if it is a citation, `slug` the agreement that is meant otherwise;
     `found` gives the first place, {url, citation}, that an agreement has for the rest as words. */
  const places = async (cited, slug, text, found) => {
    const [first] = cited?.offers || [];
    const meant = first ? first.url.split("/")[0] : slug;
    const about = await own.searchAmong.about(meant);
    const { title, status, histories } = about;
    const { part, citation } = first ? partOf(first) : NOWHERE;
    const pages = histories.includes(part) ? [{ url: `${meant}/${part}/history/`, citation: inAll(citation), opening: "", agreement: title, status, exact: true }] : [];
    const [best, ...rest] = await comparisonsOf(about, yearsIn(text));
    const newer = best?.comparison[2].length ? best.comparison[1].split("/")[2] : "";
    const place = first || (newer && await found(newer));
    const others = best ? [at(best, place ? partOf(place) : NOWHERE), ...rest.map((each) => at(each, NOWHERE))] : [];
    return [...pages, ...others];
  };

  own.searchChanges = { asked, places };
})();
