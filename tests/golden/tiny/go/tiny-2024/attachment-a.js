((window.contractReference ||= {}).goWords ||= {})["tiny-2024/attachment-a"] = [
"A relief keeper earns one day of leave for each month."
];
