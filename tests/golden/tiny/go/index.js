(window.contractReference ||= {}).goIndex = [
["tiny-2024","2024–2028 Keepers’ Agreement",["2024","2024–2028 Agreement of the Lighthouse Keepers","2024–2028 Keepers’ Agreement"],"in force",false,2024,2028,"","","part preamble article memorandum appendix attachment","1 2 3 4 5",1,"lma","","keepers"],
["tiny-2020","2020–2024 Keepers’ Agreement",["2020","2020–2024 Agreement of the Lighthouse Keepers",""],"expired",false,2020,2024,"","","preamble article","I II III IV",1,"lma","","keepers"],
["tiny-1954","1954 Mill Agreement",["1954","1954 Mill Agreement",""],"superseded",false,0,0,"","","article","I II III",2,"","","mill"],
["tiny-1952","1952 Mill Agreement",["1952","1952 Mill Agreement",""],"superseded",false,0,0,"","","part article supplement","I II",2,"","","mill"],
["tiny-1950","1950 Mill Agreement",["1950","1950 Mill Agreement",""],"superseded",false,0,0,"","","article","I II",2,"","","mill"],
["local-tiny-2024","Grey Rock LMA 2024",["LMA Grey Rock 2024","Grey Rock Light Local Memorandum, 2024","","LMA Grey Rock"],"status not stated",true,0,0,"tiny-2024","5.B","preamble item attachment","1 2 3",0,"lma","","grey-rock"]
];
