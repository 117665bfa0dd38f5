((window.contractReference ||= {}).searchRecords ||= {})["tiny-2024/2"] = [
["tiny-2024/article-2/#2.1.C.1.a","Article 2.1.C.1.a","article",["Hours of Work","Work Week"],"","A keeper who is called out in fog is paid for four hours at least."],
["tiny-2024/article-2/#2.1.C.1.b","Article 2.1.C.1.b","article",["Hours of Work","Work Week"],"","A keeper on call is paid for one hour in four."],
["tiny-2024/article-2/#2.1.C.2","Article 2.1.C.2","article",["Hours of Work","Work Week"],"","Fog is present when a mark one mile away cannot be seen."],
["tiny-2024/article-2/#2.1.D","Article 2.1.D","article",["Hours of Work","Work Week"],"Rest","Rest that is missed under this paragraph is made good within the same month."],
["tiny-2024/article-2/#2.1.D.1","Article 2.1.D(1)","article",["Hours of Work","Work Week","Rest"],"","Rest is taken:"],
["tiny-2024/article-2/#2.1.D.1.a","Article 2.1.D(1)(a)","article",["Hours of Work","Work Week","Rest"],"","ashore, if a boat is at hand, and the supervisor agrees; or"],
["tiny-2024/article-2/#2.1.D.1.b","Article 2.1.D(1)(b)","article",["Hours of Work","Work Week","Rest"],"","in the quarters, and then:"],
["tiny-2024/article-2/#2.1.D.1.b.i","Article 2.1.D(1)(b)(i)","article",["Hours of Work","Work Week","Rest"],"","with the lamp watched by another; or"]
];
