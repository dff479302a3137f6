/** The style sheet of a report: one page, light or dark as the reader's screen is, and to print. */

const LIGHT = {
  paper: "#ffffff",
  panel: "#f5f7f9",
  ink: "#1c2530",
  soft: "#56626f",
  line: "#d8dee5",
  warn: "#a63c00",
  c: ["#0067a3", "#c64f00", "#00805c", "#a3478a", "#7d6200", "#4b57b8"],
  h: ["#eff5fb", "#d9e7f5", "#bdd7ec", "#96c2e0", "#6aa9d2", "#4a94c6", "#2470aa", "#0f5490", "#0a3a6b"],
  t: ["#10202f", "#10202f", "#10202f", "#10202f", "#10202f", "#0a1622", "#ffffff", "#ffffff", "#ffffff"],
};

const DARK: typeof LIGHT = {
  paper: "#12171d",
  panel: "#1a2129",
  ink: "#e4e9ef",
  soft: "#9eaab6",
  line: "#33404c",
  warn: "#ffab7a",
  c: ["#56b4e9", "#f0894a", "#34c79c", "#e59bc9", "#e0bd2f", "#a9b6ff"],
  h: ["#1b2936", "#213649", "#28475f", "#305877", "#376a90", "#5590bd", "#6ca5d1", "#8cbde4", "#b6d8f5"],
  t: ["#e4e9ef", "#e4e9ef", "#e4e9ef", "#eef3f8", "#f4f8fc", "#08121c", "#08121c", "#08121c", "#08121c"],
};

function variables(colors: typeof LIGHT): string {
  return Object.entries(colors)
    .flatMap(([name, value]) =>
      typeof value === "string" ? [`--${name}:${value}`] : value.map((color, k) => `--${name}${k}:${color}`),
    )
    .join(";");
}

/** Markup with the light colors in place of their names. */
export function inLight(markup: string): string {
  const colors: Readonly<Record<string, string>> = Object.fromEntries(
    variables(LIGHT)
      .split(";")
      .map((rule) => rule.slice(2).split(":")),
  );
  return markup.replace(/var\(--(\w+)\)/g, (name, own: string) => colors[own] ?? name);
}

/** Colors of a page or a picture, light or dark as the reader's screen is. */
export const COLORS = `
:root{color-scheme:light dark;${variables(LIGHT)}}
@media screen and (prefers-color-scheme:dark){:root{${variables(DARK)}}}
`.trim();

export const FONT = `system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif`;

export const STYLE = `
${COLORS}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);
  font:16px/1.6 ${FONT}}
main{max-width:72rem;margin:0 auto;padding:2.5rem 1.5rem 4rem}
:lang(zh) p,:lang(zh) figcaption{line-height:1.75}
h1{font-size:1.9rem;line-height:1.25;margin:0 0 .4rem;font-weight:650;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:1.3rem;line-height:1.3;margin:3rem 0 .4rem;font-weight:650}
h3{font-size:1rem;line-height:1.4;margin:1.6rem 0 .3rem;font-weight:600}
p{margin:.4rem 0;max-width:46rem}
p.lead{color:var(--soft);font-size:1.02rem}
p.note,figcaption{color:var(--soft);font-size:.875rem;line-height:1.55;max-width:46rem}
code{font:.88em ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
dl.facts{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:.8rem 1.5rem;margin:1.4rem 0}
dl.facts div{border-top:2px solid var(--line);padding-top:.4rem}
dl.facts dt{color:var(--soft);font-size:.82rem;line-height:1.4}
dl.facts dd{margin:.1rem 0 0;font-size:1.1rem;font-weight:600;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20.5rem),1fr));gap:1.4rem 1.6rem;margin:1rem 0 .6rem}
.panels.wide{grid-template-columns:repeat(auto-fill,minmax(min(100%,32rem),1fr))}
figure{margin:0;min-width:0}
figure .title{font-weight:600;font-size:.93rem;line-height:1.4;margin-bottom:.15rem}
figure .title span{font-weight:400;color:var(--soft)}
svg.plot{display:block;max-width:100%;height:auto;color:var(--ink);font-variant-numeric:tabular-nums}
.panels.one{grid-template-columns:minmax(0,1fr)}
.panels.one figure{overflow-x:auto}
.panels.one svg.plot{min-width:40rem}
.axis{color:var(--soft);font-size:.8rem;line-height:1.4;margin:.1rem 0 0}
ul.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.3rem;margin:.7rem 0 0;padding:0;font-size:.9rem;line-height:1.5}
ul.legend li{display:flex;align-items:baseline;gap:.5rem}
ul.legend i{flex:none;width:1.3rem;height:.28rem;border-radius:2px;transform:translateY(-.25rem)}
ul.legend i.dot{width:.65rem;height:.65rem;border-radius:50%;transform:none}
.scale{display:flex;align-items:center;gap:.5rem;font-size:.8rem;color:var(--soft);font-variant-numeric:tabular-nums;margin:.25rem 0 0}
.scale i{display:block;width:.95rem;height:.6rem}
.scale div{display:flex;border:1px solid var(--line)}
.table{overflow-x:auto;margin:.8rem 0;border-top:2px solid var(--ink);border-bottom:1px solid var(--ink)}
table{border-collapse:collapse;width:100%;font-size:.86rem;line-height:1.45;font-variant-numeric:tabular-nums}
th,td{padding:.42rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th:first-child,td:first-child{padding-left:.2rem}
tr:last-child td{border-bottom:0}
thead th{min-width:4.2em;text-wrap:balance;font-weight:600;vertical-align:bottom;color:var(--soft);line-height:1.35}
td.n,th.n{text-align:right;white-space:nowrap}
thead th.n{white-space:normal}
table code{overflow-wrap:normal}
thead code{white-space:normal}
td small{color:var(--soft);font-size:.92em}
td.name{white-space:nowrap}
td.text{min-width:12rem;overflow-wrap:anywhere}
details{margin:.8rem 0}
summary{cursor:pointer;font-weight:600;padding:.3rem 0}
pre{background:var(--panel);padding:1rem;border-radius:6px;font:.8rem/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.warn{color:var(--warn);font-weight:600}
footer{margin-top:3.5rem;border-top:1px solid var(--line);padding-top:1rem}
@media screen and (max-width:44rem){main{padding:1.5rem 1rem 3rem}h1{font-size:1.5rem}dl.facts{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media print{main{max-width:none;padding:0}figure,tr{break-inside:avoid}h2,h3{break-after:avoid}.table{overflow:visible}}
`.trim();
