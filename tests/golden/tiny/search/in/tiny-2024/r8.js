((window.contractReference ||= {}).searchRecords ||= {})["tiny-2024/8"] = [
["tiny-2024/appendix-a/#3","Appendix A, 3","appendix",["Relief Keepers’ Articles"],"","Relief keepers keep their berth for the season."],
["tiny-2024/attachment-a/#attachment-a","Leave of Relief Keepers","attachment",[],"ATTACHMENT A LEAVE OF RELIEF KEEPERS","A relief keeper earns one day of leave for each month."]
];
