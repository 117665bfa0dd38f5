((window.contractReference ||= {}).goWords ||= {})["local-tiny-2024/item-1"] = [
"Wash-Up Time: Keepers have ten (10) minutes to wash at the…",
"Keepers have ten (10) minutes to wash at the end of a watch.",
"Soap is supplied:",
"to each keeper; and",
"to visitors."
];
