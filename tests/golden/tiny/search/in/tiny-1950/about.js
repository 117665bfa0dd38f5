((window.contractReference ||= {}).searchAbout ||= {})["tiny-1950"] = {"number":3,"slug":"tiny-1950","title":"1950 Mill Agreement","status":"superseded","kinds":["article"],"records":6,"runs":[0,6]};
