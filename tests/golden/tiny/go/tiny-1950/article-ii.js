((window.contractReference ||= {}).goWords ||= {})["tiny-1950/article-ii"] = [
"Hours: The day has eight hours:",
"six at the saw and",
"two at the bench."
];
