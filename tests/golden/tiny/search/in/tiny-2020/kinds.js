((window.contractReference ||= {}).searchKinds ||= {})["tiny-2020"] = {"kinds":["other","article","table"],"runs":[0,1,1,14,2,1,1,1]};
