((window.contractReference ||= {}).goWords ||= {})["tiny-2020/article-ii"] = [
"Hours of Work: The work week is forty (40) hours, of which…",
"Work Week: The work week is forty (40) hours, of which no…",
"The work week is forty (40) hours, of which no more than…",
"A keeper who is called out in fog is paid for four hours at…",
"Rest is taken ashore, if a boat is at hand. No rest is…",
"Overtime: Volunteers come first.",
"Volunteers come first.",
"No keeper is made to work overtime two nights in a row."
];
