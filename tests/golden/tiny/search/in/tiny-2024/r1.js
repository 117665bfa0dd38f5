((window.contractReference ||= {}).searchRecords ||= {})["tiny-2024/1"] = [
["tiny-2024/article-1/#1.2.1","Article 1.2.1","article",["Recognition","Exclusions"],"","Inspectors;"],
["tiny-2024/article-1/#1.2.2","Article 1.2.2","article",["Recognition","Exclusions"],"","Pilots;"],
["tiny-2024/article-1/#1.2.3","Article 1.2.3","article",["Recognition","Exclusions"],"","Visitors who stay for a night or more, as defined in Article 4. They are guests."],
["tiny-2024/article-1/#1.3","Article 1.3","article",["Recognition"],"Relief Keepers","Relief keepers are those engaged for one season at a time.\n\n(The preceding Section, Article 1.3, shall apply to Relief Keepers)"],
["tiny-2024/article-2/#2","Article 2","article",[],"HOURS OF WORK",""],
["tiny-2024/article-2/#2.1","Article 2.1","article",["Hours of Work"],"Work Week",""],
["tiny-2024/article-2/#2.1.A","Article 2.1.A","article",["Hours of Work","Work Week"],"","The work week is thirty-six (36) hours, of which no more than twelve (12) fall in one day."],
["tiny-2024/article-2/#2.1.B","Article 2.1.B","article",["Hours of Work","Work Week"],"Night Watches.","A night watch begins at sunset and ends at sunrise, whatever the season. Keepers stand no more than three night watches in a row."]
];
