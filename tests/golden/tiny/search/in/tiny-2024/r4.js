((window.contractReference ||= {}).searchRecords ||= {})["tiny-2024/4"] = [
["tiny-2024/article-2/#2.2.A~2","Article 2.2.A","article",["Hours of Work","Lists"],"","Nights are counted by the sun."],
["tiny-2024/article-2/#2.3","Article 2.3","article",["Hours of Work"],"Overtime","Overtime is paid at the rates of Table 1.\n\n[See Memos, pages 7-8]"],
["tiny-2024/article-2/#2.3.1","Article 2.3.1","article",["Hours of Work","Overtime"],"","No keeper is made to work overtime two nights in a row."],
["tiny-2024/article-2/#2.3.2","Article 2.3.2","article",["Hours of Work","Overtime"],"","Volunteers come first."],
["tiny-2024/article-3/#3","Article 3","article",[],"GRIEVANCE PROCEDURE",""],
["tiny-2024/article-3/#3.1","Article 3.1","article",["Grievance Procedure"],"Definition","A grievance is a disagreement on this Agreement."],
["tiny-2024/article-3/#3.2","Article 3.2","article",["Grievance Procedure"],"Steps",""],
["tiny-2024/article-3/#3.2.step-1.a","Article 3.2.Step 1.a","article",["Grievance Procedure","Steps"],"","The keeper speaks with the supervisor within seven (7) days."]
];
