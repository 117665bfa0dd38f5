((window.contractReference ||= {}).searchRecords ||= {})["tiny-1952"] = [
["tiny-1952/front-matter/#front-matter","1950 and 1952 AGREEMENTS of the Mill","other",[],"1950 and 1952 AGREEMENTS of the Mill","with Explanations",0.3],
["tiny-1952/contents/#contents","Untitled","other",[],"Untitled","CONTENTS\n\nRecognition 1\n\nHours 2",0.3],
["tiny-1952/article-i/#I","Article I","article",[],"Recognition","",0.5],
["tiny-1952/article-i/#I.A","Article I.A","article",["Recognition"],"Coverage","",0.5],
["tiny-1952/article-i/#I.A.1","Article I.A.1","article",["Recognition","Coverage"],"","This Agreement covers all employees of the mill and of the connected yard.",0.5],
["tiny-1952/article-i/#I.B","Article I.B","article",["Recognition"],"","The well-being of the employees is shared.",0.5],
["tiny-1952/article-ii/#II","Article II","article",[],"Hours","",0.5],
["tiny-1952/article-ii/#II.A","Article II.A","article",["Hours"],"Hours—","The day has eight hours.",0.5],
["tiny-1952/article-ii/#II.A.1","Article II.A.1","article",["Hours","Hours"],"","The foreman posts them.",0.5],
["tiny-1952/supplement/tools/#tools","Supplemental Agreement: Tools","supplement",[],"Tools","The mill lends tools:\n\nNational Saw Works\n\nAxe & Sons",0.3],
["tiny-1952/supplement/tools/#t1","Supplemental Agreement: Tools, table","table",["Supplemental Agreement: Tools"],"","Tool\tFee\nSaw\t5\nAxe\t3",0.3]
];
