((window.contractReference ||= {}).searchRecords ||= {})["tiny-1950"] = [
["tiny-1950/article-i/#I","Article I","article",[],"Recognition","",0.5],
["tiny-1950/article-i/#I.A","Article I.A","article",["Recognition"],"Coverage","This Agreement covers all employees of the mill. See Article II.",0.5],
["tiny-1950/article-i/#I.B","Article I.B","article",["Recognition"],"","The well-being of the employees is shared.",0.5],
["tiny-1950/article-ii/#II","Article II","article",[],"Hours","The day has eight hours:",0.5],
["tiny-1950/article-ii/#II.1","Article II(1)","article",["Hours"],"","six at the saw and",0.5],
["tiny-1950/article-ii/#II.2","Article II(2)","article",["Hours"],"","two at the bench.",0.5]
];
