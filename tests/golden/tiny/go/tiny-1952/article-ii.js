((window.contractReference ||= {}).goWords ||= {})["tiny-1952/article-ii"] = [
"Hours: The day has eight hours.",
"Hours: The day has eight hours.",
"The foreman posts them."
];
