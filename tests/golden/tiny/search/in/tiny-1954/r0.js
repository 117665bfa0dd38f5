((window.contractReference ||= {}).searchRecords ||= {})["tiny-1954/0"] = [
["tiny-1954/article-i/#I","Article I","article",[],"RECOGNITION",""],
["tiny-1954/article-i/#I.A","Article I.A","article",["Recognition"],"Coverage.","This Agreement covers all employees of the mill, of the connected yard, and of the *wharf*."],
["tiny-1954/article-i/#I.B","Article I.B","article",["Recognition"],"","The well-being of the employees is shared."],
["tiny-1954/article-ii/#II","Article II","article",[],"HOURS",""],
["tiny-1954/article-ii/#II.A","Article II.A","article",["Hours"],"","The day has eight hours."],
["tiny-1954/article-ii/#II.B","Article II.B","article",["Hours"],"","The foreman posts the hours. A notice on the door is enough."],
["tiny-1954/article-iii/#III","Article III","article",[],"LEAVE","One week a year."]
];
