((window.contractReference ||= {}).searchRecords ||= {})["tiny-2020/2"] = [
["tiny-2020/article-iv/#IV.2","Article IV.2","article",["Wages"],"Allowances","A boat allowance is paid to keepers who row to work."]
];
