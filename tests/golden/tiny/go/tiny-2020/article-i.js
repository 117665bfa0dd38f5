((window.contractReference ||= {}).goWords ||= {})["tiny-2020/article-i"] = [
"Recognition: The Employer recognizes the Union as the sole…",
"The Employer recognizes the Union as the sole…",
"The Union does not represent inspectors, pilots and…"
];
