(window.contractReference ||= {}).goIndex = [
["tiny-2024","2024–2028 Keepers’ Agreement",["2024","2024–2028 Agreement of the Lighthouse Keepers","2024–2028 Keepers’ Agreement"],"in force","national",2024,2028,"","","part preamble article memorandum appendix attachment","1 2 3 4 5"],
["tiny-2020","2020–2024 Keepers’ Agreement",["2020","2020–2024 Agreement of the Lighthouse Keepers",""],"expired","national",2020,2024,"","","preamble article","I II III IV"],
["tiny-1950","1950 Mill Agreement",["1950","1950 Mill Agreement",""],"superseded","national",0,0,"","","article","I II"],
["tiny-1952","1952 Mill Agreement",["1952","1952 Mill Agreement",""],"superseded","national",0,0,"","","part article supplement","I II"],
["tiny-1954","1954 Mill Agreement",["1954","1954 Mill Agreement",""],"superseded","national",0,0,"","","article","I II III"],
["lmou-tiny-2024","Grey Rock LMOU 2024",["LMOU Grey Rock 2024","Grey Rock Light Local Memorandum, 2024",""],"status not stated","local",0,0,"tiny-2024","5.B","preamble item attachment","1 2 3"]
];
