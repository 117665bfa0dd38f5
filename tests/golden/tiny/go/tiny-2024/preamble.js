((window.contractReference ||= {}).goWords ||= {})["tiny-2024/preamble"] = [
"This Agreement is entered into by the Beacon Authority and…"
];
