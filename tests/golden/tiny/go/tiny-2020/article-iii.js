((window.contractReference ||= {}).goWords ||= {})["tiny-2020/article-iii"] = [
"Uniforms: Keepers wear the cap and coat of the Authority…"
];
