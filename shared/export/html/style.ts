/** The whole look of an exported page: light, dark and print, with no colour that says a thing alone. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1c1b19;--soft:#5a5650;--line:#d9d4ca;--wash:#f6f3ec;--accent:#1d4f91;--ins:#0b5d2e;--ins-wash:#e6f4ea;--del:#9b1c1c;--del-wash:#fbeaea;--move:#5b2d8e;--move-wash:#f1eafa}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#ece8e0;--soft:#b3ada2;--line:#3d3a35;--wash:#211f1c;--accent:#9cc2f5;--ins:#8fdca8;--ins-wash:#12301d;--del:#f5a3a3;--del-wash:#3a1717;--move:#cdb2f2;--move-wash:#2b1d40}}
*{box-sizing:border-box}
html{scroll-padding-top:2rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 "Source Serif 4","PT Serif","Noto Serif","Times New Roman","Liberation Serif",serif;overflow-wrap:break-word}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
:target{scroll-margin-top:2rem}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:pre;user-select:none}
.skip{position:absolute;left:1rem;top:-4rem;padding:.5rem 1rem;background:var(--paper);z-index:1}
.skip:focus{top:1rem}
.about,.changes,main,footer{max-width:46rem;margin:0 auto;padding:0 1.5rem}
.about{padding-top:3rem}
.about h1{font-size:1rem;font-weight:600;letter-spacing:.04em;margin:0;color:var(--soft)}
.about .name{font-size:1.5rem;line-height:1.3;font-weight:600;margin:.25rem 0}
.about .by{color:var(--soft);font-size:1rem;margin:0}
.changes{font-size:1rem;line-height:1.45}
.changes section{background:var(--wash);border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.25rem;margin:1.5rem 0 3rem}
.changes h2{font-size:1.125rem;margin:0 0 .5rem}
.changes ol{margin:.5rem 0 0;padding-left:2.5rem;max-height:22rem;overflow:auto}
.changes li{padding:.15rem 0}
.changes li a{display:inline-block;min-height:1.5rem}
.changes .kind{color:var(--soft)}
.key{margin:.5rem 0 0;color:var(--soft)}
.key ins,.key del{margin-right:1rem}
ins{color:var(--ins);background:var(--ins-wash);text-decoration:underline;text-decoration-thickness:.09em;text-underline-offset:.16em}
del{color:var(--del);background:var(--del-wash);text-decoration:line-through;text-decoration-thickness:.09em}
ins.moved{color:var(--move);background:var(--move-wash);text-decoration:underline double}
del.moved{color:var(--move);background:var(--move-wash);text-decoration:line-through double}
.look{border-bottom:2px dotted var(--accent)}
main h1,main h2.title{font-size:1.75rem;line-height:1.25;text-align:center;margin:2rem 0 1rem}
.preface{text-align:center;text-indent:0}
.division{font-size:1.25rem;line-height:1.35;text-align:center;margin:3rem 0 1.25rem}
.article{font-size:1.125rem;line-height:1.45;margin:2rem 0 .5rem}
.sentence{font-size:1.125rem;line-height:inherit;font-weight:400;margin:2rem 0 .5rem}
main p{margin:0 0 .6rem;hyphens:auto}
main p.note{color:var(--soft);font-size:.9375rem;line-height:1.5;border-left:3px solid var(--line);padding-left:1rem;margin:.75rem 0 1rem;font-style:italic}
main p.footnote{color:var(--soft);font-size:.9375rem;line-height:1.5;padding-left:1rem}
.footnote a,sup a{text-decoration:none}
pre.foreign{white-space:pre-wrap;font-size:.875rem;background:var(--wash);padding:.75rem}
table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:1rem;line-height:1.45}
td,th{border:1px solid var(--line);padding:.4rem .6rem;vertical-align:top;text-align:left}
td p,th p{margin:0}
tr.inserted,tr.movedTo{outline:2px solid var(--ins);outline-offset:-2px}
tr.deleted,tr.movedFrom{outline:2px dashed var(--del);outline-offset:-2px}
.change{position:relative;border-left:3px solid var(--line);margin-left:-1.25rem;padding-left:calc(1.25rem - 3px)}
.change:target{border-left-color:var(--accent)}
.step{float:right;margin:0 -4.25rem 0 .5rem;font:.875rem/1 system-ui,sans-serif;display:flex;gap:2px}
.step a{display:grid;place-items:center;width:1.75rem;height:1.75rem;border-radius:.25rem;text-decoration:none;color:var(--soft)}
.step a:hover,.step a:focus-visible{background:var(--wash);color:var(--accent)}
.move{font-size:.9375rem;color:var(--move);text-indent:0}
.move a{color:inherit}
main.comparative{max-width:none;padding:0 1.5rem 3rem}
.comparative table{table-layout:fixed}
.comparative caption{caption-side:top;text-align:left;color:var(--soft);padding:.25rem 0}
.comparative thead th{background:var(--wash);position:sticky;top:0}
.comparative .act th{text-align:center}
footer{color:var(--soft);font-size:.9375rem;padding-top:2rem;padding-bottom:4rem}
@media (max-width:58rem){.step{margin-right:0}}
@media print{@page{size:A4;margin:20mm 15mm 20mm 30mm;@bottom-center{content:counter(page);font:10pt "Times New Roman","Liberation Serif",serif}}:root{--paper:#fff;--ink:#000;--soft:#444;--line:#999;--wash:#fff;--accent:#000;--ins:#0b5d2e;--ins-wash:#fff;--del:#9b1c1c;--del-wash:#fff;--move:#5b2d8e;--move-wash:#fff}body{font:12pt/1.4 "Times New Roman","Liberation Serif",serif}.about,.changes,main,main.comparative,footer{max-width:none;padding:0}.comparative thead th{position:static}.skip,.step{display:none}.changes ol{max-height:none}main p{text-align:justify}.division,.article,.sentence,h1,h2{break-after:avoid}tr{break-inside:avoid}}
`

/**
 * SHA-256 of {@link PAGE_STYLE} for the page's content security policy, which lets nothing else in;
 * a test computes it anew.
 */
export const PAGE_STYLE_HASH = 'sha256-ghb01hNmgyiJRxOL4rGVk4E7XOuLV0rjV4nJ7q8lcFE='
