// SPDX-License-Identifier: MIT
#include "app/score/html_assets.h"

namespace attune {

const std::string_view html_style = R"css(
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1d2226;--soft:#586069;--line:#d9d6cf;
--move:#0b6a66;--miss:#b0301f;--course:#2f4a7a;--band:#eeece6}
@media (prefers-color-scheme:dark){:root{--paper:#14171a;--card:#1c2024;--ink:#e8e6e1;--soft:#a3abb3;
--line:#363c42;--move:#5fcabf;--miss:#ff8f7d;--course:#9db8f0;--band:#23282d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
header,main,footer{max-width:76rem;margin:0 auto;padding:0 1rem}
h1{font-size:1.6rem;line-height:1.2;margin:1.5rem 0 .25rem}
h2{font-size:1.2rem;margin:2.2rem 0 .6rem}
h3{font-size:1rem;margin:0;overflow-wrap:anywhere}
p{max-width:44rem;margin:.4rem 0}
.soft{color:var(--soft)}
a{color:var(--course)}
:focus-visible{outline:3px solid var(--course);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.3rem .6rem}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,9.5rem),1fr));gap:.75rem;margin:1rem 0;padding:0}
.figures div,.card{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.7rem .8rem}
.figures dt{color:var(--soft);font-size:.9rem}
.figures dd{margin:0;font-size:1.4rem;font-variant-numeric:tabular-nums}
.figures dd small{display:block;font-size:.85rem;color:var(--soft)}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1.5rem;align-items:start}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:.75rem;padding:0;margin:0;list-style:none}
.card{break-inside:avoid}
.card .score{float:right;font-size:1.2rem;font-weight:600;margin-left:.5rem;font-variant-numeric:tabular-nums}
.card p{font-size:.9rem;margin:.1rem 0}
svg{display:block;width:100%}
.course{height:5.5rem;margin:.4rem 0}
.course .mid,.course .axis{stroke:var(--line);stroke-width:1;vector-effect:non-scaling-stroke}
.course .line,.time .line{fill:none;stroke:var(--course);stroke-width:2;vector-effect:non-scaling-stroke;stroke-linejoin:round}
.course .dot,.time .dot{fill:var(--course)}
.moves{fill:var(--move)}.misses{fill:var(--miss)}
.spread rect{fill:var(--course)}
.spread{height:6rem;border-bottom:1px solid var(--line)}
.time{height:1.8rem;width:9rem}
.bar{height:.7rem;width:100%;min-width:4rem}
.key span{margin-right:1rem}
.key svg{display:inline-block;width:.8rem;height:.8rem;vertical-align:-.05rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--soft);padding:.2rem 0;font-size:.9rem}
th,td{text-align:left;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:middle}
th{font-weight:600;white-space:nowrap}
tbody th{font-weight:400;white-space:normal;overflow-wrap:break-word;min-width:8rem;max-width:24rem}
table.close{width:auto}table.close th,table.close td{padding-right:1.5rem}
.n{text-align:right}
td.wide{width:45%}
th button{all:unset;cursor:pointer;font-weight:600}
th button:focus-visible{outline:3px solid var(--course);outline-offset:2px}
th button::after{content:" \2195";color:var(--soft)}
th[aria-sort=ascending] button::after{content:" \2191"}
th[aria-sort=descending] button::after{content:" \2193"}
blockquote{margin:.3rem 0;padding:.1rem 0 .1rem .7rem;border-left:3px solid var(--line);overflow-wrap:anywhere}
blockquote.reply{border-color:var(--course)}
details{font-size:.9rem}summary{cursor:pointer}
details ul,.moments{padding-left:1.1rem;margin:.3rem 0}
footer{color:var(--soft);font-size:.9rem;padding-bottom:2rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--move:#0b6a66;--miss:#b0301f;--course:#2f4a7a}
body{font-size:10pt}.skip,.key-hint{display:none}th button::after{content:""!important}.scroll{overflow:visible}
tr{break-inside:avoid}h2{break-after:avoid}.moves,.misses,rect,path,circle{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)css";

const std::string_view html_script = R"js(
"use strict";
for (const table of document.querySelectorAll("table.sorts")) {
  const said = document.getElementById("said");
  table.querySelectorAll("thead th").forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      const body = table.tBodies[0];
      const value = row => {
        const cell = row.cells[column], text = cell.textContent.trim();
        return head.classList.contains("n") ? (text === "" || isNaN(text) ? -Infinity : Number(text)) : text;
      };
      const rows = [...body.rows].map(row => [value(row), row]);
      rows.sort(([a], [b]) => (typeof a === "number" ? a - b || 0 : a.localeCompare(b, undefined, {numeric: true})) * (down ? -1 : 1));
      body.append(...rows.map(([, row]) => row));
      table.querySelectorAll("thead th").forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      said.textContent = "Sorted by " + button.textContent + (down ? ", highest first" : ", lowest first");
    });
  });
}
)js";

const std::string_view html_style_digest = "sha256-r2Qr0he5ceC3BOvljbeONCeCcJhxpqkFM3u2iNy+8Ng=";
const std::string_view html_script_digest = "sha256-BDzIhepigcyLC3wGtJDGVPC0SR04tmYUdFB53A5rZBA=";

}  // namespace attune
