((window.contractReference ||= {}).goWords ||= {})["local-tiny-2024/preamble"] = [
"Parties"
];
