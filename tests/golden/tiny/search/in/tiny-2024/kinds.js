((window.contractReference ||= {}).searchKinds ||= {})["tiny-2024"] = {"kinds":["other","article","table","memorandum","appendix","attachment"],"runs":[0,5,1,39,2,2,1,6,3,5,4,8,5,1]};
