import { DRAWINGS_STYLE } from "../../../picture/parts/drawings";

/**
 * The look of the page. The colours of the marks are Okabe and Ito's, which people who see colours
 * differently can tell apart; breached is hatched as well, for paper. System fonts; dark on a dark
 * screen, never on paper.
 */
export const STYLE = `
:root {
  --ink: #1b1d20; --muted: #5a6068; --line: #d4d8dd; --paper: #ffffff; --card: #f4f5f7;
  --met: #00856a; --open: #0072b2; --breached: #d55e00; --risk: #a86a00; --none: #767c85;
  color-scheme: light dark;
}
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e8eaed; --muted: #a5abb3; --line: #3c4148; --paper: #16181b; --card: #212429;
    --met: #009e73; --open: #56b4e9; --risk: #e69f00; --none: #999999; }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); }
body {
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  max-width: 64rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem;
}
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; margin: 2.75rem 0 0.75rem; padding-top: 0.75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.75rem 0 0.25rem; overflow-wrap: anywhere; }
p { max-width: 44rem; margin: 0 0 0.75rem; }
.warning { border-left: 5px solid var(--breached); background: var(--card); padding: 0.5rem 0.8rem; font-weight: 600; }
.remarks { max-width: 44rem; margin: 0 0 0.75rem; padding-left: 1.25rem; color: var(--muted); }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
a { color: inherit; text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--open); outline-offset: 2px; }

.of { color: var(--muted); max-width: none; }
.sheet .remarks, .counts { max-width: none; font-size: 0.875rem; }
h2.small { font-size: 1.05rem; margin: 0.5rem 0 0; padding: 0; border: 0; }
.large { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; max-width: none; margin: 0.75rem 0;
  padding: 0.6rem 0.9rem; background: var(--card); border-left: 6px solid var(--none); border-radius: 4px; }
.large.pass { border-color: var(--met); } .large.fail { border-color: var(--breached); }
.large .value { font-size: 2.6rem; font-weight: 700; line-height: 1.1; font-variant-numeric: tabular-nums; }
.badge { border: 2px solid; border-radius: 4px; padding: 0 0.45rem; margin-right: 0.4rem; text-transform: uppercase; font-size: 0.85rem; }
.of-how-many { color: var(--muted); font-size: 0.85em; } .miss { color: var(--ink); }
.chart.trend text.count { font-size: 12px; } .trend text.count { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
.trend-line { fill: none; stroke: var(--open); stroke-width: 2; }
.reached { fill: var(--met); stroke: var(--paper); stroke-width: 1.5; }
.missed { fill: none; stroke: var(--breached); stroke-width: 3; stroke-linecap: round; }
.counts, .made { font-size: 0.875rem; }
.made { color: var(--muted); margin: 0.5rem 0 0.75rem; }
.made > div { display: flex; gap: 0.5rem; } .made dt { flex: 0 0 5rem; } .made dd { overflow-wrap: anywhere; }
.matrix, .time, .ten-worst { font-size: 0.85rem; }
.matrix .number { padding-inline: 0.2rem; } .matrix thead .number, .time thead .number { white-space: normal; }
.time-bar { display: block; width: 100%; max-width: 52rem; height: 1.6rem; border: 1px solid var(--muted); }
.time-bar .counted, .key.counted { fill: var(--open); background: var(--open); }
.time-bar .paused, .key.paused { fill: var(--risk); background: var(--risk); }
.time-bar .out, .key.out { fill: var(--card); background: var(--card); }
.time-bar .stopped, .key.stopped { fill: var(--none); background: var(--none); }
.key { display: inline-block; width: 0.75em; height: 0.75em; margin-right: 0.4em; border: 1px solid var(--muted); }
.ten-worst :is(th, td):last-child { min-width: 9rem; }
.ten-worst th[scope=row] { min-width: 6rem; overflow-wrap: anywhere; }
@media print, (min-width: 46rem) { .matrix caption { white-space: nowrap; } .matrix .of-how-many { display: block; } .ten-worst :is(th, td):nth-last-child(3) { white-space: nowrap; } }
.states, .further { font-size: 0.875rem; } td.whole { white-space: nowrap; }

.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(10.5rem, 1fr)); gap: 0.75rem; margin: 0; }
.tile.attainment { grid-column: span 2; border-color: var(--ink); }
.tile { background: var(--card); border-left: 5px solid var(--line); border-radius: 4px; padding: 0.6rem 0.8rem; }
.tile dt, .tile .detail { color: var(--muted); font-size: 0.875rem; }
.tile dd { margin: 0; }
.tile .value { font-size: 1.65rem; font-weight: 650; line-height: 1.25; font-variant-numeric: tabular-nums; }
.tile.met { border-color: var(--met); } .tile.breached { border-color: var(--breached); }
.tile.open { border-color: var(--open); } .tile.risk { border-color: var(--risk); }
.tile.none { border-color: var(--none); }

.wide { overflow-x: auto; }
@media screen {
  .wide { background:
    linear-gradient(to right, var(--paper) 1.5rem, transparent) left / 3rem 100% no-repeat local,
    linear-gradient(to left, var(--paper) 1.5rem, transparent) right / 3rem 100% no-repeat local,
    linear-gradient(to right, var(--muted), transparent) left / 0.5rem 100% no-repeat scroll,
    linear-gradient(to left, var(--muted), transparent) right / 0.5rem 100% no-repeat scroll; }
}
table { border-collapse: collapse; font-size: 0.9rem; margin: 0.5rem 0 1.25rem; }
caption { text-align: left; color: var(--muted); padding-bottom: 0.35rem; overflow-wrap: anywhere; }
th, td { padding: 0.28rem 0.7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th, thead td { font-weight: 600; white-space: nowrap; vertical-align: bottom; }
tbody th { font-weight: 400; }
tfoot th, tfoot td { font-weight: 600; }
th:first-child, td:first-child { padding-left: 0; } th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.zero { color: var(--muted); }
.tally { width: 100%; } .tally :is(th, td) { padding-inline: 0.45rem; }
.tally th:first-child { min-width: 11rem; padding-left: 0; overflow-wrap: anywhere; } .tally :is(th, td):last-child { padding-right: 0; }
.share { width: 4rem; height: 0.6rem; }
.percent { display: inline-block; min-width: 4.25rem; }
rect.met { fill: var(--met); } rect.open { fill: var(--open); } rect.breached { fill: var(--breached); }

figure { margin: 0 0 1rem; }
.chart { display: block; width: 100%; max-width: 52rem; height: auto; }
.chart text { fill: var(--muted); font-size: 12px; font-variant-numeric: tabular-nums; }
.chart text.count { fill: var(--ink); font-size: 11px; }
.chart .axis { stroke: var(--muted); } .chart .grid { stroke: var(--line); }
.chart line.due { stroke: var(--ink); stroke-dasharray: 4 3; } .chart text.due { fill: var(--ink); }
.hatch { stroke: var(--paper); stroke-width: 1.2; fill: none; opacity: 0.7; }
.legend { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; margin: 0 0 0.25rem; padding: 0; font-size: 0.9rem; }
.legend li::before, .status::before {
  content: "" / ""; display: inline-block; width: 0.75em; height: 0.75em; margin-right: 0.45em; border-radius: 2px;
  background: var(--none);
}
li.met::before, .status.met::before { background: var(--met); }
li.open::before, .status.running::before, .status.paused::before { background: var(--open); }
li.breached::before, .status.breached::before {
  background: repeating-linear-gradient(-45deg, var(--breached) 0 3px, var(--paper) 3px 4px);
}

summary { cursor: pointer; }
.tickets { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
.tickets > li { border-bottom: 1px solid var(--line); }
.ticket-head, .tickets summary {
  display: grid; grid-template-columns: minmax(7rem, 1.1fr) 7rem minmax(9rem, 1.6fr) 5rem 5.5rem 8.5rem;
  column-gap: 0.75rem; align-items: baseline; padding: 0.4rem 0 0.4rem 1.25rem; font-size: 0.9rem;
}
.ticket-head { font-weight: 600; padding-bottom: 0.2rem; }
.tickets summary { position: relative; }
.tickets summary:hover { background: var(--card); }
.tickets summary::-webkit-details-marker { display: none; }
.tickets summary::before {
  content: "" / ""; position: absolute; left: 0.25rem; top: 0.8rem;
  border: 0.3rem solid transparent; border-left: 0.45rem solid var(--muted);
}
.tickets details[open] > summary::before { transform: rotate(90deg); transform-origin: 25% 50%; }
.tickets h3 { font-size: inherit; margin: 0; }
.tickets summary span { overflow-wrap: anywhere; } .tickets summary .number { white-space: normal; }
.label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.tickets details > :not(summary) { margin-left: 1.25rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin: 0.5rem 0 0.75rem; font-size: 0.9rem; }
dt { color: var(--muted); } dd { margin: 0; }
.rule { border-left: 3px solid var(--line); padding-left: 0.9rem; font-size: 0.9rem; }
.rule figcaption, .rule > p { color: var(--muted); }
.rule blockquote { margin: 0.25rem 0; } .rule p { margin: 0 0 0.25rem; max-width: 52rem; }
.working { font-size: 0.85rem; }
.working td { white-space: nowrap; font-variant-numeric: tabular-nums; }
.working td:last-child { white-space: normal; }
.left-out { color: var(--muted); font-style: italic; }
.part { content-visibility: auto; contain-intrinsic-size: auto 60rem auto 900rem; }
.every-bar span { display: flex; gap: 0.4rem; align-items: center; max-width: 100%; } .every-bar select { min-width: 0; }
.every-bar { display: flex; flex-wrap: wrap; gap: 0.4rem 0.75rem; align-items: center; margin: 0.5rem 0; }
.every-bar :is(input, select, button), .every th button {
  font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--muted); border-radius: 4px; padding: 0.2rem 0.6rem;
}
.every-bar button:disabled { opacity: 1; color: var(--muted); border-style: dashed; }
.every th button { background: none; border: 0; padding: 0; text-align: inherit; font-weight: inherit; text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
.every thead th[aria-sort] button::after { content: " ▲"; } .every thead th[aria-sort=descending] button::after { content: " ▼"; }
.every { font-size: 0.85rem; } .every :is(th, td) { padding-inline: 0.4rem; } @media screen { .every > tbody > tr > td:nth-child(n + 7) { min-width: 7.6rem; } } .every td { white-space: nowrap; } .every td:nth-child(2), .every td:nth-child(n + 7), .every .detail td { white-space: normal; } .every-bar select { max-width: 22rem; }
.every th { overflow-wrap: anywhere; min-width: 5rem; }
.every .detail > td { background: var(--card); padding: 0.6rem 0.8rem; }
.life { display: block; width: 100%; height: 2.2rem; }
.life-figure { margin: 0 0 0.5rem; } .life-figure figcaption { font-size: 0.8rem; color: var(--ink); }
.life .role-0, .key.role-0 { fill: var(--open); background: var(--open); }
.life .role-1, .key.role-1 { fill: var(--risk); background: var(--risk); }
.life .role-2, .life .role-3, .key.role-2 { fill: var(--none); background: var(--none); }
.life .due-line { stroke: var(--ink); stroke-width: 3; fill: none; vector-effect: non-scaling-stroke; }
.key.due-key { width: 3px; background: var(--ink); border: 0; }
.notes { display: grid; gap: 0.5rem; font-size: 0.9rem; }
.notes > div { display: grid; grid-template-columns: 10rem 1fr; gap: 0 1rem; }
.notes dd { max-width: 44rem; }

@media screen and (max-width: 46rem) {
  .time :is(th, td) { padding-inline: 0.3rem; } .time th:first-child { overflow-wrap: anywhere; min-width: 4rem; }
  body { padding: 1rem 0.9rem 3rem; }
  th, td { padding: 0.25rem 0.3rem; }
  .tally th:first-child { min-width: 5.25rem; }
  .tally thead .number { writing-mode: vertical-rl; transform: rotate(180deg); text-align: left; padding-block: 0.4rem 0; }
  .share { display: none; } .percent { min-width: 0; }
  .working td:not(.number) { white-space: normal; }
  .ticket-head { display: none; }
  .tickets summary { grid-template: auto auto / 1fr 6.5rem 7.5rem; grid-auto-flow: column; }
  .tickets summary .target { grid-area: 2 / 1; color: var(--muted); }
  .tickets summary .severity { grid-area: 2 / 2; }
  .label { position: static; width: auto; height: auto; clip-path: none; color: var(--muted); }
  .notes > div { grid-template-columns: 1fr; }
}
@media screen and (max-width: 46rem) {
  .stack, .every, :is(.stack, .every) :is(caption, tbody) { display: block; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .every > thead, .every > thead > tr { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
  .every > thead th { border: 0; min-width: 0; padding: 0; }
  .stack tr, .every > tbody > tr:not(.detail) {
    display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 0 1.5rem; padding: 0.5rem 0; border-bottom: 1px solid var(--line);
  }
  .stack tbody th, .every > tbody > tr > th { grid-column: 1 / -1; border: 0; font-weight: 600; padding: 0.1rem 0; }
  .stack td, .every > tbody > tr:not(.detail) > td { display: flex; gap: 0.25rem 1rem; border: 0; padding: 0.1rem 0; text-align: left; white-space: normal; }
  .stack td::before, .every > tbody > tr:not(.detail) > td::before { flex: 0 0 6rem; color: var(--muted); content: attr(data-label); }
  .every > tbody > tr:not(.detail) > td:nth-child(2)::before { content: "Target"; }
  .every > tbody > tr:not(.detail) > td:nth-child(3)::before { content: "Severity"; }
  .every > tbody > tr:not(.detail) > td:nth-child(4)::before { content: "Status"; }
  .every > tbody > tr:not(.detail) > td:nth-child(5)::before { content: "Used"; }
  .every > tbody > tr:not(.detail) > td:nth-child(6)::before { content: "Left or over"; }
  .every > tbody > tr:not(.detail) > td:nth-child(7)::before { content: "Opened"; }
  .every > tbody > tr:not(.detail) > td:nth-child(8)::before { content: "Due"; }
  .every > tbody > tr:not(.detail) > td:nth-child(9)::before { content: "Stopped"; }
  :is(.stack, .every > tbody > tr:not(.detail)) > td:empty, .stack td:empty { display: none; }
  .matrix.stack tr { grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0 1rem; }
  .matrix.stack td { gap: 0.5rem; align-items: baseline; white-space: nowrap; } .matrix.stack td::before { flex-basis: 4.5rem; } .matrix.stack .zero { display: none; }
  .every .detail { display: block; } .every .detail > td { display: block; overflow-x: auto; }
  figure:has(> .chart) { overflow-x: auto; } figure > .chart { min-width: 27rem; }
}
@media print {
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  @page { size: A4; margin: 14mm 12mm; }
  nav, .numbers, .every-bar { display: none; } .part { content-visibility: visible; }
  section:has(> #every) { break-before: page; } .every { font-size: 7.5pt; } .every :is(th, td) { padding: 0.1rem 0.3rem; }
  .every th { min-width: 0; } .every th[scope=row] { white-space: nowrap; } .every td:not(.number) { white-space: normal; } .every td:nth-child(2) { min-width: 9rem; } .every th button { text-decoration: none; }
  .sheet { break-after: page; }
  .sheet > h2:first-child { margin-top: 0; border-top: 0; }
  .sheet { height: 266mm; overflow: hidden; font-size: 9pt; }
  .sheet .chart { max-width: 100%; max-height: 52mm; }
  .sheet table { font-size: 8pt; margin: 0.25rem 0 0.5rem; line-height: 1.3; }
  .sheet :is(th, td) { padding: 0.1rem 0.35rem; }
  .sheet h3, .sheet .small { margin: 0.5rem 0 0.2rem; }
  .sheet .matrix { font-size: 7pt; } .sheet .ten-worst { font-size: 7.5pt; }
  .sheet .matrix .number { padding-inline: 0.15rem; } .sheet .remarks { list-style: none; padding-left: 0; } .sheet .remarks li::before { content: '• '; }
  .sheet h1, .sheet .remarks li, .made dd {
    display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden;
  }
  .made dd { -webkit-line-clamp: 4; }
  .sheet .large { padding: 0.3rem 0.7rem; margin: 0.4rem 0; } .sheet .large .value { font-size: 2rem; } .large + .large { display: none; }
  .sheet .time { font-size: 7.5pt; } .sheet .warning { padding: 0.25rem 0.6rem; }
  .fit-90 { zoom: 0.9; } .sheet.fit-90 { height: calc(266mm / 0.9); } .fit-80 { zoom: 0.8; } .sheet.fit-80 { height: calc(266mm / 0.8); }
  .fit-70 { zoom: 0.7; } .sheet.fit-70 { height: calc(266mm / 0.7); } .fit-60 { zoom: 0.6; } .sheet.fit-60 { height: calc(266mm / 0.6); }
  .time-bar { height: 4mm; }
  h2, h3, caption, summary { break-after: avoid; }
  tr, .tile, figure { break-inside: avoid; }
  .wide { overflow: visible; } 
  .tally :is(th, td) { padding-inline: 0.3rem; }
  .tally th:first-child { min-width: 6.5rem; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .working td:not(.number) { white-space: normal; }
}
${DRAWINGS_STYLE}`;
