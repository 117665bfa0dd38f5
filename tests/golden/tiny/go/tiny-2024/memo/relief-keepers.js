((window.contractReference ||= {}).goWords ||= {})["tiny-2024/memo/relief-keepers"] = [
"The Authority intends to engage relief keepers in Summer…",
"The number is agreed every year."
];
