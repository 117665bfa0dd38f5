(window.contractReference ||= {}).rankWords = [
["article",0,"article articles art arts"],
["item",0,"item items"],
["section",1,"sectionsign section sections sec secs sect"],
["section",4,"clause"],
["step",2,"step steps"],
["section",2,"subsection"],
["section",3,"paragraph paragraphs para paras par"],
["section",4,"subparagraph"],
["appendix",null,"appendix app appx"],
["attachment",null,"attachment att"],
["supplement",null,"supplement supplements supp supplemental supplementary"],
["memorandum",null,"memo memos mou mous moa loi memorandum memorandums memoranda letter settlement"],
["table",null,"table tables tbl"],
["page",null,"page pages pg pgs pp p"]
];
