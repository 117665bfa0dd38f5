((window.contractReference ||= {}).searchRecords ||= {})["tiny-1950/0"] = [
["tiny-1950/article-i/#I","Article I","article",[],"Recognition",""],
["tiny-1950/article-i/#I.A","Article I.A","article",["Recognition"],"Coverage","This Agreement covers all employees of the mill. See Article II."],
["tiny-1950/article-i/#I.B","Article I.B","article",["Recognition"],"","The well-being of the employees is shared."],
["tiny-1950/article-ii/#II","Article II","article",[],"Hours","The day has eight hours:"],
["tiny-1950/article-ii/#II.1","Article II(1)","article",["Hours"],"","six at the saw and"],
["tiny-1950/article-ii/#II.2","Article II(2)","article",["Hours"],"","two at the bench."]
];
