((window.contractReference ||= {}).searchRecords ||= {})["local-tiny-2024/0"] = [
["local-tiny-2024/preamble/#preamble","Parties","local",[],"2024 MEMORANDUM OF THE GREY ROCK LIGHT BETWEEN THE LIGHTHOUSE KEEPERS UNION AND THE BEACON AUTHORITY",""],
["local-tiny-2024/item-1/#1","Item 1","local",[],"WASH-UP TIME",""],
["local-tiny-2024/item-1/#1.A","Item 1.A","local",["Wash-Up Time"],"","Keepers have ten (10) minutes to wash at the end of a watch."],
["local-tiny-2024/item-1/#1.B","Item 1.B","local",["Wash-Up Time"],"","Soap is supplied:"],
["local-tiny-2024/item-1/#1.B.1","Item 1.B(1)","local",["Wash-Up Time"],"","to each keeper; and"],
["local-tiny-2024/item-1/#1.B.2","Item 1.B(2)","local",["Wash-Up Time"],"","to visitors."],
["local-tiny-2024/item-2/#2","Item 2","local",[],"HOLIDAYS",""],
["local-tiny-2024/item-2/#2.1","Item 2.1","local",["Holidays"],"Choice","Holidays are chosen by seniority.\n\nThe list is posted in the lamp room."]
];
