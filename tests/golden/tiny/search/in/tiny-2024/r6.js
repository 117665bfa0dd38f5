((window.contractReference ||= {}).searchRecords ||= {})["tiny-2024/6"] = [
["tiny-2024/article-5/#5.A","Article 5.A","article",["Local Implementation"],"","Stations may make memoranda of their own, which end with this Agreement."],
["tiny-2024/article-5/#5.B","Article 5.B","article",["Local Implementation"],"","They may settle:"],
["tiny-2024/article-5/#5.B.1","Article 5.B.1","article",["Local Implementation"],"","Wash-up time at the end of a watch."],
["tiny-2024/article-5/#5.B.2","Article 5.B.2","article",["Local Implementation"],"","The choice of holidays."],
["tiny-2024/memo/foghorn-practice/#foghorn-practice","MOU Re: Foghorn Practice","memorandum",[],"Re: Foghorn Practice","MEMORANDUM OF UNDERSTANDING BETWEEN THE BEACON AUTHORITY AND THE LIGHTHOUSE KEEPERS UNION\n\nThe parties agree as follows:"],
["tiny-2024/memo/foghorn-practice/#I","MOU Re: Foghorn Practice, I","memorandum",["Foghorn Practice"],"Horns","Horns are sounded on the first day of each month at noon, and twice in a fog."],
["tiny-2024/memo/foghorn-practice/#II","MOU Re: Foghorn Practice, II","memorandum",["Foghorn Practice"],"Ears","Keepers are given wool for their ears."],
["tiny-2024/memo/relief-keepers/#relief-keepers","Relief Keepers","memorandum",[],"Relief Keepers","LETTER OF INTENT BETWEEN THE BEACON AUTHORITY AND THE LIGHTHOUSE KEEPERS UNION, LIGHT CRAFT\n\nThe Authority intends to engage relief keepers in Summer only."]
];
