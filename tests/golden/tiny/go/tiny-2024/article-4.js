((window.contractReference ||= {}).goWords ||= {})["tiny-2024/article-4"] = [
"Wages: Keepers are paid by Table 1. Table 1 Monthly Rates…",
"Rates: Keepers are paid by Table 1. Table 1 Monthly Rates…",
"Allowances: A boat allowance is paid to keepers who row to…"
];
