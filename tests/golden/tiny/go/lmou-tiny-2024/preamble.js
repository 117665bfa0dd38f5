((window.contractReference ||= {}).goWords ||= {})["lmou-tiny-2024/preamble"] = [
"Parties"
];
