((window.contractReference ||= {}).searchRecords ||= {})["tiny-2020"] = [
["tiny-2020/preamble/#preamble","Preamble","other",[],"PREAMBLE","This Agreement is entered into by the Beacon Authority and the Lighthouse Keepers Union, and takes effect on March 1, 2020.",0.6],
["tiny-2020/article-i/#I","Article I","article",[],"RECOGNITION","",1.0],
["tiny-2020/article-i/#I.A","Article I.A","article",["Recognition"],"","The Employer recognizes the Union as the sole representative of all keepers of lights and fog signals, wherever they are stationed.",1.0],
["tiny-2020/article-i/#I.B","Article I.B","article",["Recognition"],"","The Union does not represent inspectors, pilots and visitors. The groups set out above may not be changed during the term.",1.0],
["tiny-2020/article-ii/#II","Article II","article",[],"HOURS OF WORK","",1.0],
["tiny-2020/article-ii/#II.1","Article II.1","article",["Hours of Work"],"Work Week","",1.0],
["tiny-2020/article-ii/#II.1.A","Article II.1.A","article",["Hours of Work","Work Week"],"","The work week is forty (40) hours, of which no more than twelve (12) fall in one day.",1.0],
["tiny-2020/article-ii/#II.1.B","Article II.1.B","article",["Hours of Work","Work Week"],"","A keeper who is called out in fog is paid for four hours at least. Fog is present when a mark one mile away cannot be seen.",1.0],
["tiny-2020/article-ii/#II.1.C","Article II.1.C","article",["Hours of Work","Work Week"],"","Rest is taken ashore, if a boat is at hand. No rest is taken in a storm.",1.0],
["tiny-2020/article-ii/#II.2","Article II.2","article",["Hours of Work"],"Overtime","",1.0],
["tiny-2020/article-ii/#II.2.1","Article II.2.1","article",["Hours of Work","Overtime"],"","Volunteers come first.",1.0],
["tiny-2020/article-ii/#II.2.2","Article II.2.2","article",["Hours of Work","Overtime"],"","No keeper is made to work overtime two nights in a row.",1.0],
["tiny-2020/article-iii/#III","Article III","article",[],"UNIFORMS","Keepers wear the cap and coat of the Authority while on watch.",1.0],
["tiny-2020/article-iv/#IV","Article IV","article",[],"WAGES","",1.0],
["tiny-2020/article-iv/#IV.1","Article IV.1","article",["Wages"],"Rates","Keepers are paid by Table 1.",1.0],
["tiny-2020/article-iv/#table-1","Article IV.1, Table 1","table",["Wages","Rates"],"Table 1 Monthly Rates","Grade\tA\tB\n1\t90\t100\n2\t110\t120",1.0],
["tiny-2020/article-iv/#IV.2","Article IV.2","article",["Wages"],"Allowances","A boat allowance is paid to keepers who row to work.",1.0]
];
