/**
 * The look of the pictures. The colours are those of Okabe and Ito, which people can tell apart however
 * they see colours, and no meaning rests on colour alone. It has no character that XML or HTML would
 * have to escape.
 */
export const PICTURE_STYLE = `
.core-hours {
  --paper: #fff; --ink: #1a1a1a; --muted: #555; --rule: #bdbdbd;
  --core: #d9edf9; --closed: #f0f0f0; --closed-line: #a8a8a8; --named: #f9e9f2; --named-line: #b5578a;
  --run: #0072b2; --pause: #a86a00; --breach: #d55e00; --start: #009e73;
  forced-color-adjust: none; print-color-adjust: exact; -webkit-print-color-adjust: exact;
}
@media screen and (prefers-color-scheme: dark) {
  .core-hours {
    --paper: #14181d; --ink: #ececec; --muted: #aeb5bc; --rule: #4a525a;
    --core: #1c3647; --closed: #1d2227; --closed-line: #565e66; --named: #33202c; --named-line: #cc79a7;
    --run: #56b4e9; --pause: #e69f00;
  }
}
.core-hours .paper { fill: var(--paper); }
.core-hours text { font-family: system-ui, -apple-system, Segoe UI, Roboto, Arial, sans-serif; font-size: 12px; fill: var(--ink); }
.core-hours .muted { fill: var(--muted); }
.core-hours text.small { font-size: 11px; }
.core-hours .title { font-size: 18px; font-weight: 600; }
.core-hours .standing { font-size: 14px; font-weight: 600; }
.core-hours .strong { font-weight: 600; }
.core-hours .halo, .core-hours .halo-words text { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
.core-hours .core { fill: var(--core); }
.core-hours .closed-ground { fill: var(--closed); }
.core-hours .closed-hatch { stroke: var(--closed-line); stroke-width: 0.6; }
.core-hours .named-ground { fill: var(--named); }
.core-hours .named-hatch { stroke: var(--named-line); stroke-width: 0.6; fill: none; }
.core-hours .named-line { stroke: var(--named-line); stroke-width: 1.5; fill: none; }
.core-hours .named-shape { fill: var(--named-line); }
.core-hours .rule { stroke: var(--rule); stroke-width: 1; fill: none; }
.core-hours .swatch { stroke: var(--muted); stroke-width: 1; }
.core-hours .frame { stroke: var(--muted); stroke-width: 1; fill: none; }
.core-hours .bar { stroke-width: 1; stroke: var(--run); }
.core-hours .bar:not([fill]) { fill: var(--paper); }
.core-hours .bar-stopped, .core-hours .bar-cancelled, .core-hours .bar-waiting { stroke: var(--muted); }
.core-hours .bar-waiting, .core-hours .bar-left-out { stroke-dasharray: 3 3; }
.core-hours .bar-paused { stroke: var(--pause); }
.core-hours .pause-hatch { stroke: var(--pause); stroke-width: 3; }
.core-hours .stop-dot { fill: var(--muted); }
.core-hours .counted { fill: var(--run); }
.core-hours .overdue { fill: var(--breach); }
.core-hours .area { fill: var(--run); fill-opacity: 0.16; }
.core-hours .total { stroke: var(--run); stroke-width: 2.5; fill: none; stroke-linejoin: round; }
.core-hours .ahead { stroke-width: 2; stroke-dasharray: 2 4; stroke-linecap: round; }
.core-hours .over-hatch { stroke: var(--breach); stroke-width: 2; }
.core-hours .allowance { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 8 4; fill: none; }
.core-hours .line { stroke: var(--ink); stroke-width: 1; fill: none; }
.core-hours .line-due { stroke-width: 2; }
.core-hours .line-breached { stroke: var(--breach); stroke-width: 2.5; }
.core-hours .line-projected-due, .core-hours .line-first-due { stroke-dasharray: 6 4; }
.core-hours .line-warning { stroke-dasharray: 2 3; }
.core-hours .line-ahead { stroke: var(--run); stroke-width: 2; stroke-dasharray: 2 4; stroke-linecap: round; }
.core-hours .line-as-of { stroke: var(--muted); stroke-dasharray: 8 3 2 3; }
.core-hours .shape { stroke: var(--ink); stroke-width: 1.5; fill: var(--ink); }
.core-hours .shape-breached { stroke: var(--breach); stroke-width: 3; fill: none; stroke-linecap: round; }
.core-hours .shape-warning { fill: var(--pause); }
.core-hours .shape-started { fill: var(--start); }
.core-hours .shape-projected-due, .core-hours .shape-first-due, .core-hours .shape-as-of { fill: var(--paper); }
.core-hours .shape-stopped { fill: var(--run); }
.core-hours .shape-cancelled { fill: var(--paper); }
`;
