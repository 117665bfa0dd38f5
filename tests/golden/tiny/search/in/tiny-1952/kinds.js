((window.contractReference ||= {}).searchKinds ||= {})["tiny-1952"] = {"kinds":["other","article","supplement","table"],"runs":[0,2,1,7,2,1,3,1]};
