(window.contractReference ||= {}).searchSubjects = [
["Wash-up time","wash-up-time",["time up wash","clean time up","1952 soap"],[[0,50],[2,1]]],
["Work week","work-week",["week work"],[[0,13,58,55],[1,5],[4,7]]]
];
