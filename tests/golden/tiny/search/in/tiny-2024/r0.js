((window.contractReference ||= {}).searchRecords ||= {})["tiny-2024/0"] = [
["tiny-2024/notes/#notes","Notes","other",[],"Notes:",""],
["tiny-2024/notes/#1","Notes, 1","other",["Notes"],"","Words in brackets were added by the printer of this book and are not part of the Agreement."],
["tiny-2024/notes/#2","Notes, 2","other",["Notes"],"","A line of asterisks stands for words left out of a reprint."],
["tiny-2024/notes/#4","Notes, 4","other",["Notes"],"","There is no note of the number before this one.\n\nCross references are to Articles, Sections and paragraphs."],
["tiny-2024/preamble/#preamble","Preamble","other",[],"PREAMBLE","This Agreement is entered into by the Beacon Authority and the Lighthouse Keepers Union, and takes effect on March 1, 2024, except where another date is given."],
["tiny-2024/article-1/#1","Article 1","article",[],"RECOGNITION",""],
["tiny-2024/article-1/#1.1","Article 1.1","article",["Recognition"],"Keepers","The Employer recognizes the Union as the sole representative of all keepers of lights, fog signals and buoys, wherever they are stationed (see Memo, page 7)."],
["tiny-2024/article-1/#1.2","Article 1.2","article",["Recognition"],"Exclusions","The Union does not represent:\n\nThe groups set out above may not be changed during the term."]
];
