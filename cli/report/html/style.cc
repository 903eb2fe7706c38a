// SPDX-License-Identifier: Apache-2.0
// Style sheet and script of the HTML report. Colours hold a contrast of 4.5 in light and dark; every colour comes with a glyph.
#include "report/html/parts.h"

namespace kaohe {
namespace {

constexpr std::string_view kStyle = R"css(:root{color-scheme:light dark;--bg:#fff;--fg:#1a1f24;--dim:#586069;--line:#d5dae0;--soft:#f4f6f8;--link:#0b57a4;
--p:#e2f2e4;--pf:#14532d;--f:#f9d9dc;--ff:#8a1520;--m:#fff0c4;--mf:#6b4700;--i:#f5d5f2;--if:#6b1266;--n:#dcebf8;--nf:#123f63;--e:#ececec;--ef:#444;--w:#e7e1f5;--wf:#3b2a6b}
@media (prefers-color-scheme:dark){:root{--bg:#14181c;--fg:#e6e9ec;--dim:#a0a9b2;--line:#39424b;--soft:#1d2329;--link:#7db8f5;
--p:#173d22;--pf:#b5e8c0;--f:#551a20;--ff:#ffc2c7;--m:#4a3a08;--mf:#ffe08a;--i:#471843;--if:#f8c1f2;--n:#143650;--nf:#b9dcf7;--e:#30363c;--ef:#c6ccd2;--w:#332659;--wf:#d6c9fa}}
*{box-sizing:border-box}
body{margin:0 auto;padding:0 1rem 3rem;max-width:80rem;background:var(--bg);color:var(--fg);font:16px/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Zen Hei",sans-serif}
h1{margin:.2em 0;font-size:1.8rem}h2{margin:2rem 0 .6rem;font-size:1.3rem;border-bottom:1px solid var(--line)}h3{margin:1.4rem 0 .4rem;font-size:1.05rem}
a{color:var(--link)}code{font-size:.85em;overflow-wrap:anywhere}small{color:var(--dim)}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--bg);padding:.4rem}
header{margin-top:1rem;padding:.8rem 1rem;border-left:.4rem solid var(--ff);background:var(--soft)}header.x0{border-color:#2e8b57}header.x3{border-color:#b98500}header ul{margin:.3rem 0;padding-left:1.2rem}header p{margin:.2rem 0}
nav{padding:.5rem 0}nav a{margin-right:1rem;white-space:nowrap}
.wide{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:.9rem}th,td{padding:.25rem .5rem;border:1px solid var(--line);text-align:left;vertical-align:top}thead th{background:var(--soft);white-space:nowrap}caption{text-align:left;font-weight:600;padding:.3rem 0}
.sum td{text-align:right;min-width:4.5rem}.sum th{white-space:nowrap}.n0{color:var(--dim)}.c{font-weight:700}
.p{background:var(--p);color:var(--pf)}.f{background:var(--f);color:var(--ff)}.m{background:var(--m);color:var(--mf)}.i{background:var(--i);color:var(--if)}.n{background:var(--n);color:var(--nf)}.e{background:var(--e);color:var(--ef)}.w{background:var(--w);color:var(--wf)}
.o{white-space:nowrap}span.o,small.o,label.o{display:inline-block;padding:0 .4rem;border-radius:.2rem}
.units tbody td:nth-child(3){white-space:nowrap}
.o.p::before,.units td.p::before{content:"✓ "}.o.f::before,.units td.f::before{content:"✗ "}.o.m::before,.units td.m::before{content:"? "}.o.i::before,.units td.i::before{content:"! "}.o.n::before,.units td.n::before{content:"> "}.o.e::before,.units td.e::before{content:"- "}.o.w::before,.units td.w::before{content:"~ "}
.controls{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:.5rem 0}.controls[hidden]{display:none}fieldset{border:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.3rem .6rem;margin:0;padding:.2rem .6rem}input,select{font:inherit;max-width:12rem;background:var(--bg);color:var(--fg);border:1px solid var(--dim)}
.matrix th,.matrix td{padding:0}.matrix thead th{vertical-align:bottom;position:sticky;top:0}.matrix thead th span{display:block;width:1.1em;margin:.2rem auto;word-break:break-all;white-space:normal;line-height:1.15;font-weight:400}
.matrix tbody th{position:sticky;left:0;background:var(--bg);font-weight:400;padding:.1rem .4rem;min-width:9rem;max-width:22rem}.matrix tbody td{min-width:1.5rem;height:1.5rem;text-align:center;font-size:0}
.matrix td::before{font-size:.9rem}.matrix td.p::before{content:"✓"}.matrix td.f::before{content:"✗"}.matrix td.m::before{content:"?"}.matrix td.i::before{content:"!"}.matrix td.n::before{content:">"}.matrix td.e::before{content:"-"}.matrix td.w::before{content:"~"}
.matrix thead th:nth-child(2){padding:.2rem;font-weight:400}.key{font-size:.85rem;margin:.3rem 0}
details{border:1px solid var(--line);border-radius:.3rem;margin:.4rem 0;padding:.3rem .7rem}summary{cursor:pointer;font-weight:600}summary small{font-weight:400}details:target{outline:3px solid var(--link)}
details{content-visibility:auto;contain-intrinsic-size:auto 3rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.6rem 0;font-size:.92rem}dt{color:var(--dim)}dd{margin:0}
.units td:nth-child(4),.units td:nth-child(5){text-align:right;white-space:nowrap}.units td:nth-child(6){min-width:14rem}.units td:nth-child(1),.units td:nth-child(2),.units td:nth-child(7){white-space:nowrap}
svg{display:block;width:100%;max-width:46rem;height:auto;margin:.5rem 0;color:var(--fg)}svg text{font-size:11px;fill:var(--dim)}svg path{fill:none}
.axis{stroke:var(--line)}.target{stroke:var(--ff);stroke-dasharray:6 3;stroke-width:1.5}.due{stroke:var(--dim);stroke-dasharray:2 3}.path{stroke:var(--dim);stroke-width:1.2;stroke-dasharray:1 4;stroke-linecap:round}
.line{stroke:var(--dim);stroke-width:1.6}.lp{stroke:#3f8f5b}.lf{stroke:#c33543;stroke-width:2}.dot{stroke-width:6;stroke-linecap:round;stroke:var(--dim)}.dp{stroke:#3f8f5b}.df{stroke:#c33543}.dm{stroke:#b98500}.dn{stroke:#3a7fb8}.dw{stroke:#7a63b8}.di{stroke:#a33b9b}
.hash code{font-size:.75rem}.se{color:var(--ff)}.sw{color:var(--mf)}
:focus-visible{outline:3px solid var(--link);outline-offset:1px}
@media (max-width:40rem){body{padding:0 .6rem 2rem;font-size:15px}h1{font-size:1.4rem}dl{grid-template-columns:1fr}dd{margin-bottom:.3rem}.matrix tbody th{min-width:7rem;max-width:8.5rem;font-size:.8rem}}
@page{size:A4;margin:14mm}
@media print{:root{color-scheme:light;--bg:#fff;--fg:#000}body{max-width:none;padding:0;font-size:9pt}.controls,nav,.skip{display:none!important}.wide{overflow:visible}details{content-visibility:visible;border:0;border-top:1px solid #999;border-radius:0}details::details-content{content-visibility:visible;display:block}tr,svg,dl{break-inside:avoid}thead{display:table-header-group}.matrix thead th,.matrix tbody th{position:static}.matrix tbody td{min-width:0;width:auto;height:auto}.matrix td::before{font-size:6pt}.matrix thead th span{font-size:6pt;margin:0 auto}.matrix tbody th{min-width:0;font-size:7pt}*{print-color-adjust:exact}}
)css";

// Without it everything is there, only not to be filtered and sorted.
constexpr std::string_view kScript = R"js('use strict';
(function(){
var form=document.querySelector('.controls'),table=document.querySelector('.matrix');
if(!form||!table)return;
form.hidden=false;
var body=table.tBodies[0],rows=Array.prototype.slice.call(body.rows),heads=Array.prototype.slice.call(table.tHead.rows[0].cells);
var boxes=Array.prototype.slice.call(form.querySelectorAll('[type=checkbox]')),sheet=document.createElement('style');
document.head.appendChild(sheet);
rows.forEach(function(row,i){
row.at=i;row.rule=document.getElementById(row.querySelector('a').hash.slice(1));row.text=row.cells[0].textContent.toLowerCase();});
function count(row,name){return row.getElementsByClassName(name).length}
function show(){
var on=boxes.filter(function(b){return b.checked}).map(function(b){return b.value}),text=document.getElementById('find').value.toLowerCase(),n=0;
rows.forEach(function(row){
var fits=row.text.indexOf(text)>=0&&on.some(function(o){return row.dataset.o.indexOf(o)>=0});
row.hidden=!fits;if(row.rule)row.rule.hidden=!fits;if(fits)n++;});
var where=document.getElementById('where').value,css='';
if(where)heads.forEach(function(h,i){if(i>1&&h.textContent.indexOf(where)<0)css+='.matrix tr>:nth-child('+(i+1)+'){display:none}';});
sheet.textContent=css;
document.getElementById('shown').textContent=n+' / '+rows.length;}
form.addEventListener('input',show);form.addEventListener('change',show);
document.getElementById('sort').addEventListener('change',function(e){
var bad=e.target.value==='1';
rows.forEach(function(row){row.bad=count(row,'f')*1e6+count(row,'i')*1e3+count(row,'m')});
rows.slice().sort(function(a,b){return bad&&b.bad-a.bad||a.at-b.at}).forEach(function(row){body.appendChild(row)});});
table.addEventListener('mouseover',function(e){
var cell=e.target.closest('td');if(!cell||cell.title)return;
cell.title=cell.parentNode.cells[0].textContent+' · '+heads[cell.cellIndex].textContent+' · '+cell.textContent;});
function open(){var at=location.hash&&document.getElementById(location.hash.slice(1));if(at&&at.tagName==='DETAILS'){at.open=true;at.hidden=false;}}
addEventListener('hashchange',open);open();document.getElementById('shown').textContent=rows.length+' / '+rows.length;
addEventListener('beforeprint',function(){document.querySelectorAll('details').forEach(function(d){d.open=true})});
})();
)js";

}  // namespace

std::string_view style_sheet() { return kStyle; }
std::string script_of(const Html&) { return std::string(kScript); }

}  // namespace kaohe
