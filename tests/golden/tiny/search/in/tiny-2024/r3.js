((window.contractReference ||= {}).searchRecords ||= {})["tiny-2024/3"] = [
["tiny-2024/article-2/#2.1.D.1.b.ii","Article 2.1.D(1)(b)(ii)","article",["Hours of Work","Work Week","Rest"],"","with the lamp watched by its own alarm."],
["tiny-2024/article-2/#2.1.D.2","Article 2.1.D(2)","article",["Hours of Work","Work Week","Rest"],"","No rest is taken in a storm."],
["tiny-2024/article-2/#2.2","Article 2.2","article",["Hours of Work"],"Lists","The following are kept in the lamp room, dry and in good order:\n\n• oil for three weeks;\n\n• spare wicks, and a glass for each lamp;\n\n• the log book.\n\nThe log book is never taken ashore."],
["tiny-2024/article-2/#2.2.A","Article 2.2.A","article",["Hours of Work","Lists"],"","Days are counted so:"],
["tiny-2024/article-2/#2.2.A.1","Article 2.2.A.1","article",["Hours of Work","Lists"],"","from midnight;"],
["tiny-2024/article-2/#2.2.A.2","Article 2.2.A.2","article",["Hours of Work","Lists"],"","to midnight:"],
["tiny-2024/article-2/#2.2.A.2.a","Article 2.2.A.2.a","article",["Hours of Work","Lists"],"","by the clock of the station;"],
["tiny-2024/article-2/#2.2.A.2.b","Article 2.2.A.2.b","article",["Hours of Work","Lists"],"","not by the sun."]
];
