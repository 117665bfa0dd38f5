((window.contractReference ||= {}).goWords ||= {})["tiny-1952/supplement/tools"] = [
"The mill lends tools: National Saw Works Axe & Sons Tool…"
];
