((window.contractReference ||= {}).searchAbout ||= {})["tiny-1954"] = {"number":5,"slug":"tiny-1954","title":"1954 Mill Agreement","status":"superseded","kinds":["article"],"records":7,"runs":[0,7]};
