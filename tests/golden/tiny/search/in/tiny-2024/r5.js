((window.contractReference ||= {}).searchRecords ||= {})["tiny-2024/5"] = [
["tiny-2024/article-3/#3.2.step-1.b","Article 3.2.Step 1.b","article",["Grievance Procedure","Steps"],"","The supervisor answers within (2) two days."],
["tiny-2024/article-3/#3.2.step-2.a","Article 3.2.Step 2.a","article",["Grievance Procedure","Steps"],"","The Union writes to the Authority."],
["tiny-2024/article-4/#4","Article 4","article",[],"WAGES",""],
["tiny-2024/article-4/#4.1","Article 4.1","article",["Wages"],"Rates","Keepers are paid by Table 1."],
["tiny-2024/article-4/#table-1","Article 4.1, Table 1","table",["Wages","Rates"],"Table 1 Monthly Rates","STEPS\nGrade\tA\tB\n1\t100\t110\n2\t\t130\nRates are for a month of 4 weeks."],
["tiny-2024/article-4/#4.1.t1","Article 4.1, table","table",["Wages","Rates"],"","Season\tDays\nSummer\t20\nWinter\t12"],
["tiny-2024/article-4/#4.2","Article 4.2","article",["Wages"],"Allowances","A boat allowance is paid to keepers who row to work."],
["tiny-2024/article-5/#5","Article 5","article",[],"LOCAL IMPLEMENTATION","I. Roman one, which no list expects here, is text."]
];
