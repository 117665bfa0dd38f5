((window.contractReference ||= {}).searchKinds ||= {})["tiny-1954"] = {"kinds":["article"],"runs":[0,7]};
