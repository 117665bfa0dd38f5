((window.contractReference ||= {}).searchRecords ||= {})["tiny-2020/1"] = [
["tiny-2020/article-ii/#II.1.C","Article II.1.C","article",["Hours of Work","Work Week"],"","Rest is taken ashore, if a boat is at hand. No rest is taken in a storm."],
["tiny-2020/article-ii/#II.2","Article II.2","article",["Hours of Work"],"Overtime",""],
["tiny-2020/article-ii/#II.2.1","Article II.2.1","article",["Hours of Work","Overtime"],"","Volunteers come first."],
["tiny-2020/article-ii/#II.2.2","Article II.2.2","article",["Hours of Work","Overtime"],"","No keeper is made to work overtime two nights in a row."],
["tiny-2020/article-iii/#III","Article III","article",[],"UNIFORMS","Keepers wear the cap and coat of the Authority while on watch."],
["tiny-2020/article-iv/#IV","Article IV","article",[],"WAGES",""],
["tiny-2020/article-iv/#IV.1","Article IV.1","article",["Wages"],"Rates","Keepers are paid by Table 1."],
["tiny-2020/article-iv/#table-1","Article IV.1, Table 1","table",["Wages","Rates"],"Table 1 Monthly Rates","Grade\tA\tB\n1\t90\t100\n2\t110\t120"]
];
