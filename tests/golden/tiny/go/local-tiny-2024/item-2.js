((window.contractReference ||= {}).goWords ||= {})["local-tiny-2024/item-2"] = [
"Holidays: Holidays are chosen by seniority. The list is…",
"Choice: Holidays are chosen by seniority. The list is…"
];
