((window.contractReference ||= {}).searchRecords ||= {})["local-tiny-2024/1"] = [
["local-tiny-2024/item-3/#3","Item 3","local",[],"BOATS","The boat is painted every year."],
["local-tiny-2024/addendum/#addendum","Addendum","local",[],"Addendum","ADDENDUM The parties meet again in one year."]
];
