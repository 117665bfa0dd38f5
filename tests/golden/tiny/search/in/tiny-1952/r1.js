((window.contractReference ||= {}).searchRecords ||= {})["tiny-1952/1"] = [
["tiny-1952/article-ii/#II.A.1","Article II.A.1","article",["Hours","Hours"],"","The foreman posts them."],
["tiny-1952/supplement/tools/#tools","Supplemental Agreement: Tools","supplement",[],"Tools","The mill lends tools:\n\nNational Saw Works\n\nAxe & Sons"],
["tiny-1952/supplement/tools/#t1","Supplemental Agreement: Tools, table","table",["Supplemental Agreement: Tools"],"","Tool\tFee\nSaw\t5\nAxe\t3"]
];
