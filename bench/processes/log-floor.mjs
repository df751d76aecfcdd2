// The least that judging an incident log costs, written by hand for this one log: it is unpacked, each of
// its bytes looked at, five cells and one date a row read, and its tickets judged by the library. It takes
// the log and the policy, and prints how many verdicts there are of each status, as JSON.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { defineSla } from "../../dist/index.js";

const [logPath = "", policyPath = "", asOf = ""] = process.argv.slice(2);
const bytes = gunzipSync(readFileSync(logPath));
const sla = defineSla(JSON.parse(readFileSync(policyPath, "utf8")));
const target = sla.targets.incidentResolution;

const COMMA = 0x2c;
const LF = 0x0a;
const headEnd = bytes.indexOf(LF);
const names = bytes.latin1Slice(0, headEnd).trim().split(",");
const places = ["number", "incident_state", "opened_at", "sys_updated_at", "priority"].map((name) =>
  names.indexOf(name),
);
const last = Math.max(...places);

/** A cell's text; cells that are alike share one. */
const texts = new Map();
function textOf(start, end) {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + bytes[i]) | 0;
  let text = texts.get(hash);
  if (text === undefined) {
    text = bytes.latin1Slice(start, end);
    texts.set(hash, text);
  }
  return text;
}

/** When London's clocks change in a year: on the last Sundays of March and October at 01:00 UTC. */
const changes = new Map();
function summerOf(year) {
  let summer = changes.get(year);
  if (!summer) {
    summer = [2, 9].map((month) => {
      const end = new Date(Date.UTC(year, month, 31, 1));
      return end.getTime() - end.getUTCDay() * 86_400_000;
    });
    changes.set(year, summer);
  }
  return summer;
}

/** `29/2/2016 01:23` in London. */
function instantOf(start, end) {
  const numbers = [0, 0, 0, 0, 0];
  let n = 0;
  for (let i = start; i < end; i++) {
    const digit = bytes[i] - 0x30;
    if (digit >= 0 && digit <= 9) numbers[n] = numbers[n] * 10 + digit;
    else n++;
  }
  const [day, month, year, hour, minute] = numbers;
  const wallMs = Date.UTC(year, month - 1, day, hour, minute);
  const [from, to] = summerOf(year);
  const isSummer = wallMs - 3_600_000 >= from && wallMs - 3_600_000 < to;
  return isSummer ? wallMs - 3_600_000 : wallMs;
}

const tickets = new Map();
const starts = new Int32Array(names.length + 1);
const ends = new Int32Array(names.length + 1);
let column = 0;
starts[0] = headEnd + 1;
for (let i = headEnd + 1; i <= bytes.length; i++) {
  const byte = i === bytes.length ? LF : bytes[i];
  if (byte !== COMMA && byte !== LF) continue;
  ends[column++] = i;
  starts[column] = i + 1;
  if (byte === COMMA) continue;
  if (column > last) takeRow();
  column = 0;
  starts[0] = i + 1;
}

function takeRow() {
  const [number, state, opened, updated, priority] = places;
  const word = textOf(starts[state], ends[state]);
  if (word === "-100") return;
  const ticket = textOf(starts[number], ends[number]);
  const severity = textOf(starts[priority], ends[priority])[0];
  const event = { at: instantOf(starts[updated], ends[updated]), state: word, severity };
  const events = tickets.get(ticket);
  if (events) events.push(event);
  else {
    const first = { at: instantOf(starts[opened], ends[opened]), state: "New", severity };
    tickets.set(ticket, [first, event]);
  }
}

const counts = {};
const histories = [...tickets].map(([ticket, events]) => ({ ticket, events }));
for (const { status } of target.trackMany(histories, { asOf })) {
  counts[status] = (counts[status] ?? 0) + 1;
}
console.log(JSON.stringify(counts));
