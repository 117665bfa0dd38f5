((window.contractReference ||= {}).goWords ||= {})["tiny-1954/article-iii"] = [
"Leave: One week a year."
];
