((window.contractReference ||= {}).goWords ||= {})["tiny-1952/front-matter"] = [
"with Explanations"
];
