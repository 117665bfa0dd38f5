((window.contractReference ||= {}).goWords ||= {})["tiny-1952/contents"] = [
"CONTENTS Recognition 1 Hours 2"
];
