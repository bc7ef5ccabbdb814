"""The style of the HTML page: wide screens have notes beside the text, narrow ones and paper below it."""

from __future__ import annotations

STYLE = """
:root{--paper:#fff;--ink:#1b1b1b;--faint:#5a5a5a;--rule:#d0d0d0;--link:#0b4f9e;
--bad:#a3141a;--bad-bg:#fde3e1;--good:#11602a;--good-bg:#dff3e3;--none:#555;--none-bg:#e9e9e9}
@media (prefers-color-scheme:dark){:root{--paper:#161616;--ink:#ececec;--faint:#b0b0b0;--rule:#444;--link:#8ebcff;
--bad:#ff9d97;--bad-bg:#4a1816;--good:#8fdca2;--good-bg:#123d1f;--none:#bdbdbd;--none-bg:#343434}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
body{margin:0 auto;padding:1rem;max-width:76rem;background:var(--paper);color:var(--ink);
font:1.0625rem/1.6 Georgia,"Times New Roman",serif;overflow-wrap:anywhere}
h1,h2,.note,.legend,.files,.problems,nav,footer,.skip{font-family:system-ui,sans-serif}
h1{font-size:1.4rem;margin:0 0 .5rem}
h2{font-size:1.15rem;border-top:2px solid var(--rule);padding-top:.75rem;margin:2rem 0 .5rem}
h3,h4,h5,h6{margin:1rem 0 .25rem;line-height:1.3}
a{color:var(--link)}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;font-size:.9rem}
.files,.problems{font-size:.9rem;padding-left:1.25rem}
.block{margin:0 0 .5rem}
.text{margin:.25rem 0}
.item{padding-left:1.25rem;position:relative}
.item::before{content:"\\2022";position:absolute;left:.25rem}
.row{font-size:.95rem;border-bottom:1px solid var(--rule)}
.columns{display:block;color:var(--faint);font-size:.85rem}
blockquote{border-left:4px solid var(--rule);padding-left:.75rem}
.caption{font-style:italic}
mark{color:inherit;padding:.1em 0;-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark.contradicted{background:var(--bad-bg);border-bottom:3px solid var(--bad)}
mark.supported{background:var(--good-bg);border-bottom:2px solid var(--good)}
mark.absent{background:var(--none-bg);border-bottom:2px dotted var(--none)}
mark.suppressed{background:none;border-bottom:2px dashed var(--none)}
.unchecked{color:var(--faint)}
.conflict{text-decoration:underline wavy var(--bad);text-underline-offset:.2em}
sup{line-height:0}
.ref{font:600 .8rem system-ui,sans-serif;text-decoration:none;padding:.35rem .2rem;white-space:nowrap}
.note{font-size:.875rem;line-height:1.45;border-left:4px solid var(--none);padding:.35rem .75rem;margin:.5rem 0;
background:var(--paper)}
.note p{margin:.15rem 0}
.note ul{margin:.15rem 0;padding-left:1.1rem}
.note.contradicted{border-color:var(--bad)}
.note.supported{border-color:var(--good)}
.contradicted .sign,.note.contradicted .verdict,.ref.contradicted{color:var(--bad)}
.supported .sign,.note.supported .verdict,.ref.supported{color:var(--good)}
.note .verdict a,.ref{color:inherit}
.place,.standing,.aside,footer{color:var(--faint)}
.record{font-weight:700;text-decoration:none}
mark:target,.note:target{outline:3px solid var(--link);outline-offset:2px}
footer{border-top:1px solid var(--rule);margin-top:2rem;font-size:.8rem}
@media (min-width:60rem){.block{display:grid;grid-template-columns:minmax(0,36rem) minmax(0,1fr);column-gap:2.5rem}
.block>.text{grid-column:1}.notes{grid-column:2}.note:first-child{margin-top:.25rem}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media print{:root{--paper:#fff;--ink:#000;--faint:#333;--link:#000}body{max-width:none;font-size:10.5pt;padding:0}
.skip,.onward{display:none}mark,.note,.sign{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.note{break-inside:avoid}h2,h3,h4{break-after:avoid}.draft+.draft{break-before:page}
.note a[href^=http]::after{content:" <" attr(href) ">"}}
"""
