((window.contractReference ||= {}).searchKinds ||= {})["lmou-tiny-2024"] = {"kinds":["local"],"runs":[0,10]};
