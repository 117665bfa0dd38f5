((window.contractReference ||= {}).goWords ||= {})["local-tiny-2024/item-3"] = [
"Boats: The boat is painted every year."
];
