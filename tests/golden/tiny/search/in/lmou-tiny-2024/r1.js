((window.contractReference ||= {}).searchRecords ||= {})["lmou-tiny-2024/1"] = [
["lmou-tiny-2024/item-3/#3","Item 3","local",[],"BOATS","The boat is painted every year."],
["lmou-tiny-2024/addendum/#addendum","Addendum","local",[],"Addendum","ADDENDUM The parties meet again in one year."]
];
