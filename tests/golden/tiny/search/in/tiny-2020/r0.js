((window.contractReference ||= {}).searchRecords ||= {})["tiny-2020/0"] = [
["tiny-2020/preamble/#preamble","Preamble","other",[],"PREAMBLE","This Agreement is entered into by the Beacon Authority and the Lighthouse Keepers Union, and takes effect on March 1, 2020."],
["tiny-2020/article-i/#I","Article I","article",[],"RECOGNITION",""],
["tiny-2020/article-i/#I.A","Article I.A","article",["Recognition"],"","The Employer recognizes the Union as the sole representative of all keepers of lights and fog signals, wherever they are stationed."],
["tiny-2020/article-i/#I.B","Article I.B","article",["Recognition"],"","The Union does not represent inspectors, pilots and visitors. The groups set out above may not be changed during the term."],
["tiny-2020/article-ii/#II","Article II","article",[],"HOURS OF WORK",""],
["tiny-2020/article-ii/#II.1","Article II.1","article",["Hours of Work"],"Work Week",""],
["tiny-2020/article-ii/#II.1.A","Article II.1.A","article",["Hours of Work","Work Week"],"","The work week is forty (40) hours, of which no more than twelve (12) fall in one day."],
["tiny-2020/article-ii/#II.1.B","Article II.1.B","article",["Hours of Work","Work Week"],"","A keeper who is called out in fog is paid for four hours at least. Fog is present when a mark one mile away cannot be seen."]
];
