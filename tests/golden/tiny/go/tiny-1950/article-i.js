((window.contractReference ||= {}).goWords ||= {})["tiny-1950/article-i"] = [
"Recognition: This Agreement covers all employees of the…",
"Coverage: This Agreement covers all employees of the mill.…",
"The well-being of the employees is shared."
];
