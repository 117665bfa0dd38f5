((window.contractReference ||= {}).goWords ||= {})["tiny-2020/preamble"] = [
"This Agreement is entered into by the Beacon Authority and…"
];
