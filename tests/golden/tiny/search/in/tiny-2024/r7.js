((window.contractReference ||= {}).searchRecords ||= {})["tiny-2024/7"] = [
["tiny-2024/memo/relief-keepers/#1","Relief Keepers, 1","memorandum",["Relief Keepers"],"","The number is agreed every year."],
["tiny-2024/appendix-a/#appendix-a","Appendix A","appendix",[],"APPENDIX A RELIEF KEEPERS",""],
["tiny-2024/appendix-a/#1","Appendix A, 1","appendix",["Relief Keepers’ Articles"],"","Relief keepers are covered by the Articles below."],
["tiny-2024/appendix-a/#2","Appendix A, 2","appendix",["Relief Keepers’ Articles"],"","These portions apply to relief keepers:\n\nArticle 5"],
["tiny-2024/appendix-a/#2.article-2","Appendix A, 2.Article 2","appendix",["Relief Keepers’ Articles"],"HOURS OF WORK",""],
["tiny-2024/appendix-a/#2.article-2.1","Appendix A, 2.Article 2.1","appendix",["Relief Keepers’ Articles","HOURS OF WORK"],"Work Week",""],
["tiny-2024/appendix-a/#2.article-2.1.A","Appendix A, 2.Article 2.1.A","appendix",["Relief Keepers’ Articles","HOURS OF WORK","Work Week"],"","The work week is thirty-six (36) hours.\n\n* * * * * *"],
["tiny-2024/appendix-a/#2.article-2.3","Appendix A, 2.Article 2.3","appendix",["Relief Keepers’ Articles","HOURS OF WORK"],"Overtime","Overtime is paid at the rates of Table 1."]
];
