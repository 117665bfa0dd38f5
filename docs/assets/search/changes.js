/* Who asks what changed is sent to what says it: the page of all editions of an article that is cited, the comparisons of an agreement.
   Needs: fold, searchAmong, searchData. Gives: searchChanges. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const ASKED = /\b(?:what(?:'s| is| are| has| have)? (?:been )?(?:chang(?:ed|es)|new|different)|how (?:has|have|did) .* changed?|chang(?:es|ed) (?:in|to|of|from|since|between)|differences? (?:in|between|from)|histor(?:y|ies) of|used to (?:say|be|read)|compared? (?:to|with))\b/;
  /* What is no part of what is asked of: the question, and the years or editions it speaks of. */
  const FRAME = /\b(?:what(?:'s)?|how|did|does|do|has|have|been|is|are|used to (?:say|be|read)|histor(?:y|ies)|compared?|with|about|in|to|the|of|from|since|between|and|before|after|last|old|new|previous|contracts?|agreements?|editions?|say|changed?|changes|differen(?:t|ces?))\b|\b(?:18|19|20)\d\d\b/g;

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

  /* Where it is answered: `cited` is what the rest was taken for if it is a citation, `slug` the agreement that is meant otherwise. */
  const places = async (cited, slug) => {
    const [first] = cited?.offers || [];
    const [meant, ...path] = first ? first.url.split("#")[0].split("/") : [slug];
    const part = path.filter((step) => step).join("/");
    const { title, status, histories, comparisons } = await own.searchAmong.about(meant);
    const pages = histories.includes(part) ? [{ url: `${meant}/${part}/history/`, citation: inAll(first.citation.split(/[,.(]/)[0]) }] : [];
    const others = comparisons.map(([name, url]) => ({ url, citation: name }));
    return [...pages, ...others].map((each) => ({ ...each, opening: "", agreement: title, status, exact: true }));
  };

  own.searchChanges = { asked, places };
})();
