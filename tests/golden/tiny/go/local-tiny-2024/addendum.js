((window.contractReference ||= {}).goWords ||= {})["local-tiny-2024/addendum"] = [
"ADDENDUM The parties meet again in one year."
];
