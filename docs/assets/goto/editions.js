/* Which editions of an agreement a citation means: by the year that was typed, or where none was. Entries are those of the index, in the
   order in which a citation without a year means them; each knows its agreement, its first and last year and its names (`lexed`).
   data/goto.py says the rules. For goto/read.js and goto/offers.js, which load after it.
   Needs: nothing. Gives: editions. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});

  /* The editions that a year means, or two years of which the second is the last: those that are called by it alone, of agreements that have
     none all that are called by it or begin in it; where none is called so, those that end in it too; else those that run in it. */
  const ofYear = (among, year, last) => {
    const says = (entry, number) => entry.lexed.some((words) => words.some((word) => word.v === String(number)));
    const alone = (entry) => entry.lexed.some(([first, ...more]) => first?.v === String(year) && !more.length);
    const kin = (test) => new Set(among.filter(test).map(({ agreement }) => agreement));
    const [clear, called, begun] = [kin(alone), kin((entry) => says(entry, year)), kin(({ from }) => from === year)];
    const ends = (entry) => entry.to === year && begun.has(entry.agreement) && !called.has(entry.agreement);
    const meant = among.filter((entry) => (clear.has(entry.agreement) ? alone(entry) : says(entry, year) || entry.from === year || ends(entry)));
    const ended = meant.filter((entry) => last && (entry.to === last || says(entry, last)));
    if (ended.length) return ended;
    return meant.length ? meant : among.filter((entry) => entry.from <= year && year <= entry.to);
  };

  /* Editions of one agreement together, what begins in a year before what ends in it, the newer first. */
  const inOrder = (entries, year) => {
    const place = ({ agreement }) => entries.findIndex((each) => each.agreement === agreement);
    const late = ({ from }) => Number(from !== year);
    return [...entries].sort((one, other) => place(one) - place(other) || late(one) - late(other) || other.from - one.from);
  };

  /* The editions that a year means, the likeliest first, and those of them that share it with another of their agreement. */
  const dated = (among, year, last) => {
    const meant = inOrder(ofYear(among, year, last), year);
    return { meant, shared: meant.filter((entry) => meant.some((other) => other !== entry && other.agreement === entry.agreement)) };
  };

  /* Whether a citation that both have may mean the other as well as the likelier one. Two agreements: both of one kind, both in force, or
     both expired; what the site's bare citations mean has no rivals, so that no other agreement changes where a printed link leads. Two
     editions of one: a year was typed that both share, or only the other is marked as in force. */
  const rivals = (one, other, shared) => {
    if (one.agreement === other.agreement) return shared.includes(other) || (one.standing === "status not stated" && other.standing === "in force");
    return !one.bare && !other.bare && one.answers === other.answers && one.standing === other.standing && one.standing !== "superseded";
  };

  /* Whether a sure place leaves open that another edition is meant; `preferred` is the one of the page where it was typed. */
  const open = (sure, entry, { shared = [] }, preferred) => shared.includes(entry) || (sure.slug !== preferred && rivals(sure, entry, shared));

  /* The edition that is meant of the agreement of another, where neither a year nor numerals say that the other is; null if none is passed over. */
  const passed = (entry, ask, all, preferred) => {
    const meant = (ask.named || all).find((each) => each.agreement === entry.agreement);
    if (!meant || meant === entry || entry.slug === preferred || ask.shared.length) return null;
    return ask.roman && entry.romans && !meant.romans ? null : meant;
  };

  own.editions = { dated, open, passed };
})();
