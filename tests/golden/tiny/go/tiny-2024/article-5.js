((window.contractReference ||= {}).goWords ||= {})["tiny-2024/article-5"] = [
"Local Implementation: I. Roman one, which no list expects…",
"Stations may make memoranda of their own, which end with…",
"They may settle:",
"Wash-up time at the end of a watch.",
"The choice of holidays."
];
