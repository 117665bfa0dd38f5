((window.contractReference ||= {}).goWords ||= {})["tiny-2024/appendix-a"] = [
"Relief keepers are covered by the Articles below.",
"Relief keepers are covered by the Articles below.",
"These portions apply to relief keepers: Article 5",
"HOURS OF WORK: The work week is thirty-six (36) hours. * *…",
"Work Week: The work week is thirty-six (36) hours. * * * *…",
"The work week is thirty-six (36) hours. * * * * * *",
"Overtime: Overtime is paid at the rates of Table 1.",
"Relief keepers keep their berth for the season."
];
