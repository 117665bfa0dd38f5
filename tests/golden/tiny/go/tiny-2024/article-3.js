((window.contractReference ||= {}).goWords ||= {})["tiny-2024/article-3"] = [
"Grievance Procedure: A grievance is a disagreement on this…",
"Definition: A grievance is a disagreement on this Agreement.",
"Steps: The keeper speaks with the supervisor within seven…",
"The keeper speaks with the supervisor within seven (7) days.",
"The keeper speaks with the supervisor within seven (7) days.",
"The supervisor answers within (2) two days.",
"The Union writes to the Authority.",
"The Union writes to the Authority."
];
