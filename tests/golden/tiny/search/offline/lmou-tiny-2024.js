((window.contractReference ||= {}).searchRecords ||= {})["lmou-tiny-2024"] = [
["lmou-tiny-2024/preamble/#preamble","Parties","local",[],"2024 MEMORANDUM OF THE GREY ROCK LIGHT BETWEEN THE LIGHTHOUSE KEEPERS UNION AND THE BEACON AUTHORITY","",0.6],
["lmou-tiny-2024/item-1/#1","Item 1","local",[],"WASH-UP TIME","",1.0],
["lmou-tiny-2024/item-1/#1.A","Item 1.A","local",["Wash-Up Time"],"","Keepers have ten (10) minutes to wash at the end of a watch.",1.0],
["lmou-tiny-2024/item-1/#1.B","Item 1.B","local",["Wash-Up Time"],"","Soap is supplied:",1.0],
["lmou-tiny-2024/item-1/#1.B.1","Item 1.B(1)","local",["Wash-Up Time"],"","to each keeper; and",1.0],
["lmou-tiny-2024/item-1/#1.B.2","Item 1.B(2)","local",["Wash-Up Time"],"","to visitors.",1.0],
["lmou-tiny-2024/item-2/#2","Item 2","local",[],"HOLIDAYS","",1.0],
["lmou-tiny-2024/item-2/#2.1","Item 2.1","local",["Holidays"],"Choice","Holidays are chosen by seniority.\n\nThe list is posted in the lamp room.",1.0],
["lmou-tiny-2024/item-3/#3","Item 3","local",[],"BOATS","The boat is painted every year.",1.0],
["lmou-tiny-2024/addendum/#addendum","Addendum","local",[],"Addendum","ADDENDUM The parties meet again in one year.",0.6]
];
