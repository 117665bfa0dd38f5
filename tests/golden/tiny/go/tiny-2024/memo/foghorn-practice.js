((window.contractReference ||= {}).goWords ||= {})["tiny-2024/memo/foghorn-practice"] = [
"The parties agree as follows:",
"Horns: Horns are sounded on the first day of each month at…",
"Ears: Keepers are given wool for their ears."
];
