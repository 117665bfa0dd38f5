((window.contractReference ||= {}).goWords ||= {})["tiny-1954/article-ii"] = [
"Hours: The day has eight hours.",
"The day has eight hours.",
"The foreman posts the hours. A notice on the door is enough."
];
