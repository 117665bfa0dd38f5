((window.contractReference ||= {}).goWords ||= {})["tiny-2024/article-1"] = [
"Recognition: The Employer recognizes the Union as the sole…",
"Keepers: The Employer recognizes the Union as the sole…",
"Exclusions: The Union does not represent: The groups set…",
"Inspectors;",
"Pilots;",
"Visitors who stay for a night or more, as defined in…",
"Relief Keepers: Relief keepers are those engaged for one…"
];
