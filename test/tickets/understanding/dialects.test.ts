import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { breaches, command, file } from "../../cli/run-breaches";
import { DESK, lines } from "../small-desk";
import { judgedFile, story } from "./judged-file";

const NAMES = { A: "T-1", B: "T-2", C: "T-3", D: "T-4" };

/** The story of judged-file.ts: the ticket, its severity, when it was opened and resolved in London. */
const ROWS = [
  ["T-1", "2", "2026-05-29T09:00", "2026-05-29T11:00"],
  ["T-2", "1", "2026-06-01T09:00", "2026-06-01T12:00"],
  ["T-3", "2", "2026-06-01T16:00", "2026-06-02T15:00"],
  ["T-4", "1", "2026-06-04T09:00", ""],
] as const;

/** How a program writes instants; Luxon writes them here, and the reader has its own way. */
const WAYS: readonly ((at: DateTime) => string)[] = [
  ...["dd/MM/yyyy HH:mm", "M/d/yyyy h:mm:ss a", "dd-MM-yy HH:mm", "yyyy-MM-dd HH:mm:ss"],
  ...["dd.MM.yyyy, HH:mm", "d MMM yyyy HH:mm", "MMM d, yyyy h:mm a", "cccc, d MMMM yyyy HH:mm"],
  ...[
    "yyyyMMddHHmmss",
    "yyyy/MM/dd HH:mm",
    "dd-MMM-yy h.mm a",
    "yyyy-MM-dd'T'HH:mm:ssZZ",
    "dd/MM/yyyy HH:mm ZZ",
  ],
].map((format) => (at: DateTime) => at.setLocale("en-GB").toFormat(format));
const COUNTS: readonly ((at: DateTime) => string)[] = [
  (at) => String(at.toMillis()),
  (at) => String(at.toSeconds()),
];

const HEADS = [
  ["Ticket", "Priority", "Opened", "Resolved", "Status"],
  ["ticket_id", "severity", "date_opened", "date_resolved", "state"],
  ["Incident Number", "Sev", "Created On", "Completed At", "Current status"],
] as const;

const dialect = fc.record({
  way: fc.constantFrom(...WAYS, ...COUNTS),
  head: fc.constantFrom(...HEADS),
  severity: fc.constantFrom("", "P", "Sev ", "Priority "),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  isQuoted: fc.boolean(),
  eol: fc.constantFrom("\n", "\r\n", "\r"),
  encoding: fc.constantFrom("utf-8", "utf-8 with a mark", "utf-16le", "windows-1252"),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
  above: fc.constantFrom([], ["Tickets of the café"], ["Tickets", "Exported on Friday", ""]),
  below: fc.constantFrom([], ["Total: 4"], ["", "4 records"]),
  isPacked: fc.boolean(),
});

function written(how: typeof dialect extends fc.Arbitrary<infer T> ? T : never): Uint8Array {
  const cell = (text: string) =>
    how.isQuoted || text.includes(how.delimiter) ? `"${text}"` : text;
  const row = (cells: readonly string[]) =>
    how.order.map((i) => cell(cells[i] ?? "")).join(how.delimiter);
  const instant = (wall: string) =>
    wall === "" ? "" : how.way(DateTime.fromISO(wall, { zone: "Europe/London" }));
  const rows = ROWS.map(([ticket, severity, opened, resolved]) =>
    row([
      ticket,
      `${how.severity}${severity}`,
      instant(opened),
      instant(resolved),
      resolved === "" ? "Open" : "Resolved",
    ]),
  );
  const text = [...how.above, row(how.head), ...rows, ...how.below, ""].join(how.eol);
  const bytes = encoded(text, how.encoding);
  return how.isPacked ? gzipSync(bytes) : bytes;
}

function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === "utf-16le") return Buffer.from(`\ufeff${text}`, "utf16le");
  if (encoding === "windows-1252") return Buffer.from(text, "latin1");
  return Buffer.from(encoding === "utf-8 with a mark" ? `\ufeff${text}` : text);
}

describe("a log written in any dialect", () => {
  it("gives the same verdicts", async () => {
    await fc.assert(
      fc.asyncProperty(dialect, async (how) => {
        const { verdicts, run } = await judgedFile(written(how));
        expect(run.stderr.split("\n").filter((line) => !/^note: |^$/.test(line))).toEqual([]);
        expect(verdicts).toEqual(story(NAMES));
        expect(run.code).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it("is understood once: with the mapping that read saves, nothing is asked or noted and all is the same", async () => {
    let files = 0;
    await fc.assert(
      fc.asyncProperty(dialect, async (how) => {
        files += 1;
        const path = file(`dialect-${files}`, written(how));
        const policy = file(`dialect-${files}-desk.json`, JSON.stringify(DESK));
        const saved = file(`dialect-${files}-mapping.json`, "");
        const read = await command("read", path, "--policy", policy, "--save", saved);
        expect([read.code, read.stderr]).toEqual([0, ""]);
        const asked = ["--policy", policy, "--as-of", "2026-06-05T12:00Z", "--format", "csv"];
        const first = await breaches([path, ...asked]);
        const again = await breaches([path, ...asked, "--mapping", saved]);
        expect([again.code, again.stdout]).toEqual([first.code, first.stdout]);
        expect(again.stderr).not.toContain("it is taken for");
        expect(again.stdout.match(/T-\d/g)).toHaveLength(4);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a log that is cut anywhere", () => {
  const LOG = lines(
    "Ticket,Opened,Resolved,Priority,Status",
    "T-1,2026-05-29 09:00,2026-05-29 11:00,2,Closed",
    "T-2,2026-06-01 09:00,2026-06-01 12:00,1,Resolved",
    "T-3,2026-06-01 16:00,2026-06-02 15:00,2,Resolved",
  );

  it("gives the verdicts of its whole rows, or says that they may be wrong", async () => {
    const whole = await judgedFile(LOG);
    expect(Object.keys(whole.verdicts)).toHaveLength(3);
    for (let length = 0; length < LOG.length; length += 1) {
      const { verdicts, run } = await judgedFile(LOG.slice(0, length));
      if (run.code !== 0) continue;
      for (const [ticket, verdict] of Object.entries(verdicts)) {
        expect([length, ticket, verdict]).toEqual([length, ticket, whole.verdicts[ticket]]);
      }
    }
  });

  it("and one with a changed byte is read the same, or says what it read", async () => {
    const bytes = Buffer.from(LOG);
    const whole = await judgedFile(LOG);
    for (let i = 0; i < bytes.length; i += 3) {
      const changed = Buffer.from(bytes);
      // A digit may become another, which nobody can see; any other byte cannot.
      if (/\d/.test(String.fromCharCode(bytes[i] ?? 0))) continue;
      changed[i] = (bytes[i] ?? 0) ^ 0x80;
      const { verdicts, run } = await judgedFile(changed);
      // The name of a ticket may be any.
      if (run.code === 0) {
        expect([i, Object.values(verdicts)]).toEqual([i, Object.values(whole.verdicts)]);
      }
    }
  });
});
