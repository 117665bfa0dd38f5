((window.contractReference ||= {}).goWords ||= {})["tiny-1952/article-i"] = [
"Recognition: This Agreement covers all employees of the…",
"Coverage: This Agreement covers all employees of the mill…",
"This Agreement covers all employees of the mill and of the…",
"The well-being of the employees is shared."
];
