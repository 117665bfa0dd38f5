((window.contractReference ||= {}).searchKinds ||= {})["tiny-1950"] = {"kinds":["article"],"runs":[0,6]};
