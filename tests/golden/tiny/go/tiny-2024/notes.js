((window.contractReference ||= {}).goWords ||= {})["tiny-2024/notes"] = [
"Words in brackets were added by the printer of this book…",
"Words in brackets were added by the printer of this book…",
"A line of asterisks stands for words left out of a reprint.",
"There is no note of the number before this one. Cross…"
];
