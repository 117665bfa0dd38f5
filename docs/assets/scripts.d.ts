/* What the scripts of the site give each other, all of it in `window.contractReference`. `make lint` holds every script to this.
   A script's head says which of these it needs and gives; tests/site/test_scripts.py holds that to what it does. */

/** Words of the site itself, set in by the build in its language (contract_site/interface/script_words.py); no browser sees these tags. */
declare function say(words: TemplateStringsArray, ...values: unknown[]): string;
/** The same with elements of the page among them: a list to append. */
declare function woven(words: TemplateStringsArray, ...values: unknown[]): (string | Node)[];
/** The same for a number: the form for one, "|", the form for all else. */
declare function plural(count: number): (words: TemplateStringsArray, ...values: unknown[]) => string;

/** A place that a citation may mean; `url` from the site's root, `exact` false for the nearest level that is there. */
interface Offer {
  url: string;
  citation: string;
  opening: string;
  agreement: string;
  status: string;
  exact: boolean;
}

/** What becomes of a typed citation: `missing` says what is not there, `doubt` that not only the first may be meant. */
interface Answer {
  offers: Offer[];
  missing: string;
  doubt?: boolean;
  several?: boolean;
}

/** The words of a paragraph, or of a part of it that is set apart. */
interface Piece {
  kind: string;
  text: string;
}

/** What stands at an address, for copying, printing and the QR code. */
interface Passage {
  anchor: string;
  plain: string;
  short: string;
  long: string;
  spelt: string;
  address: string;
  shared: string;
  agreement: string;
  status: string;
  printed: string;
  leads: Lead[];
  blocks: any[];
}

/** A provision above another. */
interface Lead {
  anchor: string;
  cited: string;
  label: string;
  words: string;
  opens: string;
}

/** A page of an agreement, read. */
interface ReadPage {
  cites(anchor: string): boolean;
  leads(anchor: string): Lead[];
  passage(anchor: string): Passage;
}

/** What is asked for at one place of what was typed: ways of saying it, each of words that all have to be there. */
interface Term {
  said: string;
  ways: string[][];
  begun: boolean;
  stands: boolean;
}

/** What was typed into search, understood. */
interface Query {
  terms: Term[];
  phrases: string[][];
  also: string[];
  instead: [string, string[]][];
  typed: string[];
  amount: boolean;
  exact: boolean;
}

/** What an agreement's index knows of a query: its records with any of the terms, and how many have each. */
interface Look {
  every: { record: number; score: number; has: boolean[]; share: number }[];
  sizes: number[];
}

/** An agreement as search lists it. */
interface Searched {
  number?: number;
  slug: string;
  title: string;
  status: string;
  /** The status as scripts and styles know it, where the site says it in other words. */
  standing?: string;
  /** The language of its words, where it is not the site's. */
  language?: string;
  kinds: string[];
  records: number;
}

/** What is saved on this device: one build of the shell and of agreements. */
interface Snapshot {
  id: string;
  build: string;
  checked: string;
  shell: { version: string; bytes: number; files: [string, string, number][] };
  agreements: {
    slug: string;
    title: string;
    term: string;
    status: string;
    version: string;
    bytes: number;
    saved: string;
    files: [string, string, number][];
  }[];
}

type Tell = (done: number, total: number) => void;

interface ContractReference {
  /* page/ */
  element(name: string, kind?: string, ...inside: (Node | string)[]): any;
  address(url: string): string;
  permanent(page: Document, url: string): string;
  fold(text: string): string;
  preview: { show(link: HTMLAnchorElement): void; shows(link: HTMLAnchorElement): boolean; returning: boolean };

  /* goto/ */
  siteRoot: string;
  root(): string;
  load(path: string): Promise<unknown>;
  decoded(text: string): string;
  goTo(text: string, options?: { agreement?: string; straight?: boolean }): Promise<Answer>;
  straight(answer: Answer): Offer | null;
  missed(): Promise<void>;
  findOffers(text: string, options: { agreement?: string; straight?: boolean }): Promise<Answer>;
  anchors: {
    cleaned(text: string): { anchor: string; rest: string };
    same(anchor: string, names: string[]): string[];
    nearest(anchor: string, names: string[]): string;
  };
  paths: { steps(path: string): string[]; withoutEnding(text: string): string };
  compared(text: string): Promise<Answer | null>;
  answers: {
    href(url: string): string;
    elements(answer: Answer): HTMLElement[];
  };
  editions: Record<"dated" | "open" | "passed", any>;
  reading: Record<"read" | "lex" | "sameRank" | "calledLocal" | "isNumber" | "isLabel" | "roman" | "severalHeads" | "severalLabels" | "runTogether", any>;
  finding: Record<"grow" | "find" | "below" | "verbatim" | "citation", any>;

  /* go/, search/: what the build writes as scripts */
  rankWords: {
    ranks: [key: string, depth: number | null, words: string][];
    of: string;
    and: string;
    noise: string;
    small: Record<string, string>;
    ordinals: Record<string, number>;
    whole: Record<string, number>;
  };
  goIndex: any[];
  goComparisons: [url: string, title: string, whole: string][];
  goTables: Record<string, any>;
  goWords: Record<string, string[]>;
  searchData: {
    agreements: Searched[];
    total: number;
    having: number;
    starts: string[];
    unsearched: string;
    heads: string;
    asking: Record<"small" | "frame" | "changed" | "around" | "amount", string>[];
    topics: string[];
    synonyms: { said: string[]; means: string[]; stands: boolean }[];
  };
  searchAgreements: Record<string, Searched[]>;
  searchHaving: Record<string, Record<string, string>>;
  searchVocabulary: Record<string, string>;
  searchSubjects: [name: string, id: string, stems: string[], places: number[][]][];
  searchReal: Record<string, string>;
  searchStems: Record<string, Record<string, string>>;
  searchRecords: Record<string, any[]>;
  searchAbout: Record<string, Searched & { runs: number[]; histories: string[]; comparisons: [string, string][] }>;

  /* cite/ */
  citedAt(label: any, page: Document): string;
  clipboard: {
    copy(text: string, html?: string): Promise<void>;
    say(element: Element, text: string, lasts?: number): void;
    copyAloud(element: Element, name: string, text: string, html?: string): Promise<void>;
  };
  passages: { read(page: Document, url: string): ReadPage | null; words(element: Element): string; printed(mark: string): string };
  quotations: {
    count(passage: Passage): number;
    html(passage: Passage): string;
    markdown(passage: Passage): string;
    message(passage: Passage): string;
    reference(citation: string, address: string): [string, string];
    text(passage: Passage): string;
  };
  citeMenu: { open(anchor: string, link: HTMLElement): void };
  leadIn: { show(anchor: string): void };

  /* print/ */
  printSet: any;
  sheets: any;
  qr: {
    encode(text: string, mask?: number): any;
    svg(text: string, title: string, captions?: string[]): SVGElement;
  };

  /* search/ */
  snowball: { stemWord(word: string): string };
  searchStem: {
    words(text: string): string[];
    stem(word: string): string;
    small(word: string): boolean;
    parts(word: string): string[];
    ways(word: string): string[];
  };
  searchWords: {
    plain(text: string): string;
    understand(text: string): Query;
    distance(one: string, other: string, limit: number): number;
    nearest(word: string, vocabulary: string[]): Promise<string>;
    known(word: string, vocabulary: string[]): boolean;
  };
  searchAmong: {
    scope(terms: Term[], within: { agreement: string; kind: string; also: string[] }): Promise<{
      asked: Searched[];
      left: { number: number; most: number | null }[];
      known: boolean[] | null;
    }>;
    numbered(number: number): Promise<Searched>;
    called(slug: string): Promise<Searched>;
    about(slug: string): Promise<Searched & { runs: number[]; histories: string[]; comparisons: [string, string][] }>;
  };
  searchIndex: {
    fetched(slug: string, terms: Term[]): Promise<unknown>;
    look(agreement: Searched, terms: Term[]): Promise<Look>;
    records(slug: string, numbers: number[]): Promise<any[]>;
    kinds(slug: string): Promise<string[]>;
  };
  searchChanges: { asked(text: string): string | null; places(cited: Answer | null, slug: string): Promise<Offer[]> };
  searchExcerpt: Record<"pieces" | "excerpt" | "cell", any>;
  searchRanked(agreement: Searched, query: Query, options: { kind?: string; count?: number; scarce?: boolean; first?: number[]; lead?: number; every: Look["every"] }): Promise<any>;
  searchSubject: { of(words: string[]): Promise<{ name: string; url: string; first: Map<number, number[]>; whole: boolean } | null> };
  searchAnswer: Record<"looked" | "of" | "count", any>;
  searchResults: Record<"figures" | "group" | "offers" | "places" | "others" | "counted" | "told" | "link", any>;
  searchBefore: { show(pick: (words: string) => void): HTMLElement; remember(words: string): void };
  searchPanel(parts: any, settings: any): void;
  openSearch(words: string): void;

  /* mine/ */
  mine: {
    kept(): { local?: string; unit?: string };
    keep(chosen: { local?: string; unit?: string }): boolean;
  };
  mineIndex: { locals: [string, string, string, string, string][]; units: [string, string, string, Record<string, [string, [string, string][]]>][] };
  mineRows: Record<string, Record<string, any[]>>;
  mineLook: Record<"link" | "chosen" | "rows", any>;

  /* saved/ */
  held: string[];
  heldOfMore: boolean;
  installed: boolean;
  installPrompt: any;
  savedRoot: string;
  saved: {
    begin(): Promise<Snapshot | null>;
    checked(): Promise<string | null>;
    remove(slug: string): Promise<Snapshot | null>;
    save(slug: string, tell?: Tell): Promise<Snapshot | null>;
    shown(): Promise<Snapshot | null>;
    size(slug: string): Promise<{ bytes: number; shell: number }>;
    snapshot(): Promise<Snapshot | null>;
    stop(): void;
    sweep(): Promise<void>;
    update(tell?: Tell): Promise<Snapshot | null>;
  };
  savedWords: {
    day(moment: string): string;
    fault(fault: { kind?: string; needed?: number }): string;
    gigabytes(bytes: number): string;
    minute(moment: string): string;
    size(bytes: number): string;
  };
  savedControls: Record<"button" | "complaint" | "line" | "link" | "withProgress", any>;
  savedPage(place: HTMLElement): Promise<void>;

  /* books/ */
  layOut(): void;
  placesOf(text: string): Promise<{ places: { id: string; citation: string; opening: string }[]; exact: boolean; missing: string }>;
}

interface Window {
  contractReference: Partial<ContractReference>; /* each page has those of the scripts that it has loaded */
}

/* What browsers have and TypeScript does not list. */
interface Navigator {
  standalone?: boolean;
  connection?: { saveData?: boolean };
}
interface PerformanceEntry {
  type?: string;
}

/* The fields of our forms. */
interface HTMLFormControlsCollection {
  q?: HTMLInputElement;
}

/* What a selector finds is HTML here, but where it says that it is something else. */
interface ParentNode {
  querySelector<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K] | null;
  querySelector(selectors: `meta${string}`): HTMLMetaElement | null;
  querySelector(selectors: `link${string}`): HTMLLinkElement | null;
  querySelector<E extends Element = HTMLElement>(selectors: string): E | null;
  querySelectorAll<K extends keyof HTMLElementTagNameMap>(selectors: K): NodeListOf<HTMLElementTagNameMap[K]>;
  querySelectorAll(selectors: `${string} tr`): NodeListOf<HTMLTableRowElement>;
  querySelectorAll<E extends Element = HTMLElement>(selectors: string): NodeListOf<E>;
}
