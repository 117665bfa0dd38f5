((window.contractReference ||= {}).searchRecords ||= {})["tiny-1952/0"] = [
["tiny-1952/front-matter/#front-matter","1950 and 1952 AGREEMENTS of the Mill","other",[],"1950 and 1952 AGREEMENTS of the Mill","with Explanations"],
["tiny-1952/contents/#contents","Untitled","other",[],"Untitled","CONTENTS\n\nRecognition 1\n\nHours 2"],
["tiny-1952/article-i/#I","Article I","article",[],"Recognition",""],
["tiny-1952/article-i/#I.A","Article I.A","article",["Recognition"],"Coverage",""],
["tiny-1952/article-i/#I.A.1","Article I.A.1","article",["Recognition","Coverage"],"","This Agreement covers all employees of the mill and of the connected yard."],
["tiny-1952/article-i/#I.B","Article I.B","article",["Recognition"],"","The well-being of the employees is shared."],
["tiny-1952/article-ii/#II","Article II","article",[],"Hours",""],
["tiny-1952/article-ii/#II.A","Article II.A","article",["Hours"],"Hours—","The day has eight hours."]
];
