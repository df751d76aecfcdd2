import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { answer } from "../../../src/page/desk/answer";
import { Desk } from "../../../src/page/desk/desk";
import type { Answer, CallName, Given, Reply, Request } from "../../../src/page/wire/calls";
import type { FileSettings } from "../../../src/page/wire/file";
import type { JudgeSettings, ListSettings, ObligationShown } from "../../../src/page/wire/judged";
import type { PromiseSettings } from "../../../src/page/wire/settings";

const NOW = Date.parse("2026-11-27T12:00:00Z");
const SAID: FileSettings = { states: {}, severities: {} };
const NHSMAIL: PromiseSettings = { kind: "service", id: "nhsmail", choices: {} };
const NHS_LOGIN: PromiseSettings = { kind: "service", id: "nhs-login", choices: {} };
const HOW: JudgeSettings = {
  asOf: "2026-11-03T12:00",
  nowMs: NOW,
  groupBy: null,
  by: "opened",
  from: null,
  to: null,
  atRisk: 75,
  claims: false,
};
const ALL: ListSettings = {
  ...{ text: "", status: "", target: "", severity: "", month: "", group: "" },
  ...{ sort: null, descending: false, from: 0, count: 40 },
};

let count = 0;
function logFile(content: string | Uint8Array<ArrayBuffer>, name = "log.csv") {
  count += 1;
  return { id: `file-${count}`, name, bytes: new Blob([content]) };
}

/** Asks as the page does, and gives all that comes back. */
async function ask<N extends CallName>(desk: Desk, call: N, given: Given<N>) {
  const replies: Reply[] = [];
  // A call and what it is given belong together by the types of this function.
  await answer(desk, { id: 1, call, given } as Request, (reply) => replies.push(reply));
  const last = replies.at(-1);
  return {
    // The desk answers each call with what its type says.
    answer: last?.kind === "answer" ? (last.answer as Answer<N>) : null,
    refusal: last?.kind === "refused" || last?.kind === "broken" ? last : null,
    progress: replies.flatMap((reply) => (reply.kind === "progress" ? [reply.share] : [])),
  };
}

const LOG = [
  "ticket,at,state,severity,team",
  "T-1,2026-11-02T09:00Z,new,1,north",
  "T-2,2026-11-02T09:00Z,new,2,south",
  "T-2,2026-11-02T10:00Z,resolved,,south",
  "T-3,2026-11-03T11:00Z,new,5,south",
  "",
].join("\n");

async function judgedDesk(how: Partial<JudgeSettings> = {}, settings = SAID) {
  const desk = new Desk();
  const file = logFile(LOG);
  const given = { file, settings, promise: NHS_LOGIN, how: { ...HOW, ...how } };
  const judged = await ask(desk, "judge", given);
  return { desk, file, judged };
}

describe("the desk behind the page", () => {
  it("judges a file, tells how far it is, and counts", async () => {
    const { judged } = await judgedDesk();
    // T-1 has 4 hours from Monday 09:00; T-2 was met in one; T-3 is open.
    expect(judged.answer).toMatchObject({ tickets: 3, verdicts: 3, warning: null, changes: null });
    const figures = Object.fromEntries(
      judged.answer?.figures.map(({ name, value }) => [name, value]) ?? [],
    );
    expect(figures).toMatchObject({ Breached: "1", Met: "1", Running: "1" });
    expect(judged.progress.at(-1)).toBe(1);
    expect(judged.progress.toSorted((a, b) => a - b)).toEqual(judged.progress);
  });

  it("judges each ticket by its own policy of several, and says whose it is", async () => {
    const desk = new Desk();
    const file = logFile(LOG);
    const promise: PromiseSettings = { kind: "several", policies: [NHSMAIL, NHS_LOGIN] };
    const settings: FileSettings = {
      ...SAID,
      policyColumn: "team",
      policies: { north: "nhs-login", south: null },
    };
    const given = { file, settings, promise, how: HOW };
    const whose = await ask(desk, "whose", given);
    expect(whose.answer).toEqual({
      columns: ["team"],
      rows: [
        { texts: ["north"], tickets: "1 ticket", says: "nhs-login", isUnmatched: false },
        { texts: ["south"], tickets: "2 tickets", says: "left alone", isUnmatched: false },
      ],
      more: 0,
    });
    const judged = await ask(desk, "judge", given);
    expect(judged.answer).toMatchObject({ tickets: 1, warning: null, policies: ["nhs-login"] });
    const { policyColumn: _, ...unsaid } = settings;
    const refused = await ask(desk, "judge", { ...given, settings: unsaid });
    expect(refused.refusal?.message).toContain("no column is known to name the policy");
    const alone = await ask(desk, "whose", { ...given, promise: NHS_LOGIN });
    expect(alone.answer).toBeNull();
  });

  it("finds the columns of the fields of a desk as its reports do, and says which it lacks", async () => {
    const json = {
      policies: [{ when: { TEAM: ["north"], client: ["Abbey"] }, policy: "nhs-login" }],
    };
    const promise: PromiseSettings = { kind: "desk", name: "desk.json", json };
    const given = { file: logFile(LOG), promise, nowMs: NOW };
    const unsaid = await ask(new Desk(), "look", { ...given, settings: SAID });
    expect(unsaid.answer?.fields).toEqual({ TEAM: "team" });
    const settings = { ...SAID, fields: { client: "ticket" } };
    const said = await ask(new Desk(), "look", { ...given, settings });
    expect(said.answer?.fields).toEqual({ TEAM: "team", client: "ticket" });
  });

  it("shows what several policies say of a word where they differ", async () => {
    const desk = new Desk();
    const file = logFile(`${LOG}T-4,2026-11-02T09:00Z,on-hold,9,north\n`);
    // NHSmail has no severities: it takes any.
    const promise: PromiseSettings = { kind: "several", policies: [NHS_LOGIN, NHSMAIL] };
    const given = { file, settings: SAID, promise, nowMs: NOW };
    const { answer: looked } = await ask(desk, "look", given);
    expect(looked?.states).toContainEqual({ text: "new", count: 3, does: "runs", name: "new" });
    expect(looked?.severities).toContainEqual({
      ...{ text: "9", count: 1, severity: null, differs: false },
    });
    expect(looked?.chooses).toEqual([]);
    const shown = await ask(desk, "promise", promise);
    expect(shown.answer?.parts.map(({ id }) => id)).toEqual(["nhs-login", "nhsmail"]);
  });

  it("refuses what cannot be used, with the reason", async () => {
    const desk = new Desk();
    const file = logFile(LOG);
    const none = await ask(desk, "judge", {
      file,
      settings: SAID,
      promise: { kind: "none" },
      how: HOW,
    });
    expect(none.refusal).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("choose a promise"),
    });
    const list = await ask(desk, "list", ALL);
    expect(list.refusal).toMatchObject({ kind: "refused", message: "nothing has been judged yet" });
    const rows = await ask(desk, "judge", {
      file,
      settings: SAID,
      promise: { kind: "by-row" },
      how: HOW,
    });
    expect(rows.refusal?.message).toContain("no column names the service");
    const unknown = await ask(desk, "promise", { kind: "service", id: "nobody", choices: {} });
    expect(unknown.refusal?.message).toBe("there is no service nobody");
  });

  it("says of a file what it was taken for, and what each state and priority is", async () => {
    const desk = new Desk();
    const { answer: looked } = await ask(desk, "look", {
      file: logFile(LOG),
      settings: SAID,
      promise: NHS_LOGIN,
      nowMs: NOW,
    });
    expect(looked).toMatchObject({
      rows: 4,
      form: "events",
      question: null,
      lacking: [],
      columns: { ticket: "ticket", at: "at", state: "state", severity: "severity" },
      severityNames: ["1", "2", "3", "4", "5"],
    });
    expect(looked?.states).toEqual([
      { text: "new", count: 3, does: "runs", name: "new" },
      { text: "resolved", count: 1, does: "stops", name: "resolved" },
    ]);
    expect(looked?.severities).toContainEqual({
      text: "5",
      count: 1,
      severity: "5",
      differs: false,
    });
    expect(JSON.parse(looked?.mappingText ?? "")).toMatchObject({ ticket: "ticket" });
  });

  it("asks for the columns of a file that nobody knows, and reads it by them", async () => {
    const desk = new Desk();
    const file = logFile("Fall;Von\nF-1;2026-11-02T09:00Z\n");
    const look = (settings: FileSettings) =>
      ask(desk, "look", { file, settings, promise: NHSMAIL, nowMs: NOW });
    expect((await look(SAID)).answer).toMatchObject({
      lacking: ["ticket", "opened"],
      mapping: null,
    });
    const said: FileSettings = { ...SAID, columns: { ticket: "Fall", opened: "Von" } };
    expect((await look(said)).answer).toMatchObject({
      lacking: [],
      title: "a list of tickets, a row for each",
    });
    const { answer: judged } = await ask(desk, "judge", {
      file,
      settings: said,
      promise: NHSMAIL,
      how: HOW,
    });
    expect(judged?.tickets).toBe(1);
    const open = await ask(desk, "judge", { file, settings: SAID, promise: NHSMAIL, how: HOW });
    expect(open.refusal?.message).toContain("say which of its columns mean what");
  });

  it("shows an open order of dates in every way, and judges nothing before it is said", async () => {
    const desk = new Desk();
    const file = logFile("Number,Opened,State\nI-1,03/04/2026 09:00,New\n");
    const given = { file, settings: SAID, promise: NHSMAIL };
    const { answer: looked } = await ask(desk, "look", { ...given, nowMs: NOW });
    // 3 April 2026 was a Friday, 4 March 2026 a Wednesday.
    expect(looked?.severalWays[0]).toEqual({
      text: "03/04/2026 09:00",
      line: 2,
      readings: [
        ["day-first", "Friday 3 April 2026 09:00"],
        ["month-first", "Wednesday 4 March 2026 09:00"],
      ],
    });
    const { refusal } = await ask(desk, "judge", { ...given, how: HOW });
    expect(refusal?.message).toContain("answer first");
  });

  it("lists, filters, sorts and groups without reading again", async () => {
    const { desk } = await judgedDesk({ groupBy: "team" });
    const tickets = async (settings: Partial<ListSettings>) =>
      (await ask(desk, "list", { ...ALL, ...settings })).answer?.rows.map(({ ticket }) => ticket);
    expect(await tickets({})).toEqual(["T-1", "T-3", "T-2"]);
    expect(await tickets({ text: "t-2" })).toEqual(["T-2"]);
    expect(await tickets({ status: "open" })).toEqual(["T-3"]);
    expect(await tickets({ status: "at-risk" })).toEqual([]);
    expect(await tickets({ severity: "2" })).toEqual(["T-2"]);
    expect(await tickets({ severity: "none" })).toEqual([]);
    expect(await tickets({ group: "south", sort: "ticket" })).toEqual(["T-2", "T-3"]);
    expect(await tickets({ month: "2026-11", sort: "opened", descending: true })).toEqual([
      "T-3",
      "T-1",
      "T-2",
    ]);
    expect(await tickets({ target: "nhs-login/problemFix" })).toEqual([]);
    expect(await tickets({ sort: "due" })).toEqual(["T-1", "T-2", "T-3"]);
    expect(await tickets({ sort: "used", from: 1, count: 1 })).toEqual(["T-2"]);
    expect(await tickets({ sort: "balance" })).toEqual(["T-1", "T-2", "T-3"]);
    expect(await tickets({ sort: "group" })).toEqual(["T-1", "T-3", "T-2"]);
  });

  it("names the verdicts that changed since the same file was last judged", async () => {
    const { desk, file } = await judgedDesk();
    const later = { ...HOW, asOf: "2026-11-02T10:30" };
    const again = await ask(desk, "judge", {
      file,
      settings: SAID,
      promise: NHS_LOGIN,
      how: later,
    });
    // At half past ten on the Monday T-1 had used 90 minutes of 4 hours, and T-3 was not there yet.
    expect(again.answer?.changes?.first).toEqual(
      expect.arrayContaining([
        {
          ticket: "T-1",
          target: "incidentResolution",
          targetTitle: "Incident resolution",
          before: "breached",
          after: "running",
        },
      ]),
    );
    const other = await ask(desk, "judge", {
      file: logFile(LOG),
      settings: SAID,
      promise: NHS_LOGIN,
      how: later,
    });
    expect(other.answer?.changes).toBeNull();
  });

  it("shows a ticket's working, its picture without a style of its own, and what is due next", async () => {
    const { desk } = await judgedDesk();
    const { answer: shown } = await ask(desk, "ticket", {
      ticket: "T-1",
      target: "incidentResolution",
    });
    expect(shown?.working[0]).toMatchObject({ from: "Mon 2 Nov 2026 09:00", why: "counted" });
    expect(shown?.svg).toMatch(/^<svg /);
    expect(shown?.svg).not.toMatch(/<style|style="/);
    const { answer: next } = await ask(desk, "next", {});
    // T-1 is late; T-3, of severity 5, is the only one that runs.
    const targets = (rows: readonly ObligationShown[] = []) =>
      rows.filter(({ target }) => target !== null).map(({ ticket }) => ticket);
    expect(targets(next?.late.first)).toEqual(["T-1"]);
    expect(targets(next?.days.flatMap(({ first }) => first))).toEqual(["T-3"]);
    const missing = await ask(desk, "ticket", { ticket: "T-9", target: "incidentResolution" });
    expect(missing.refusal?.message).toContain('no ticket "T-9"');
  });

  it.each(["xlsx", "csv", "html", "ics", "json", "md"] as const)("hands out %s", async (format) => {
    const { desk } = await judgedDesk();
    const { answer: file } = await ask(desk, "take", { format, pictures: true });
    expect(file?.name).toBe(`log-verdicts.${format}`);
    expect(file?.parts.length).toBeGreaterThan(0);
  });

  it("hands out the list as it is filtered, and a picture by the name of its ticket", async () => {
    const { desk } = await judgedDesk();
    const csv = await ask(desk, "take", {
      format: "csv",
      pictures: false,
      only: { ...ALL, status: "met" },
    });
    expect(csv.answer?.parts.join("").trim().split("\r\n").slice(1)).toEqual([
      expect.stringMatching(/^T-2,/),
    ]);
    const of = { ticket: "T-1", target: "incidentResolution" };
    const svg = await ask(desk, "take", { format: "svg", pictures: false, ...of });
    expect(svg.answer?.name).toBe("T-1.svg");
    const none = await ask(desk, "take", { format: "svg", pictures: false });
    expect(none.refusal?.message).toBe("choose a ticket");
  });

  it("reads gzip of several members, as programs that pack in parts write it", async () => {
    const desk = new Desk();
    const [first, second] = [LOG.slice(0, 60), LOG.slice(60)];
    // What looks like the start of a member within one that is stored as it is does not end it.
    const like = "\x1f\x8b\x08\x01aaaa\x02\x03";
    const stored = gzipSync(Buffer.from(`X-9,2026-11-02T09:00Z,new,1,${like}\n`, "latin1"), {
      level: 0,
    });
    const packed = Buffer.concat([gzipSync(first), gzipSync(second), stored]);
    const given = { settings: SAID, promise: NHS_LOGIN, how: HOW };
    const file = logFile(Uint8Array.from(packed), "log.csv.gz");
    const judged = await ask(desk, "judge", { file, ...given });
    expect(judged.refusal).toBeNull();
    expect(judged.answer).toMatchObject({ tickets: 4, warning: null });
    // A byte of the second member is wrong.
    const spoilt = Uint8Array.from(packed);
    const at = gzipSync(first).length + 20;
    spoilt[at] = (spoilt[at] ?? 0) ^ 0xff;
    const refused = await ask(desk, "judge", { file: logFile(spoilt, "log.csv.gz"), ...given });
    expect(refused.refusal).not.toBeNull();
  });

  it("compares with the tool's own verdict if that is asked for", async () => {
    const desk = new Desk();
    const rows = [
      "Ref,Priority,Logged,Fixed,SLA met,SLA due",
      // Severity 1 of NHS login has 4 hours: 3 of 4, due 13:00. The tool says that it was late.
      "T-1,1,2026-11-02 09:00,2026-11-02 12:00,No,2026-11-02 11:00",
      "T-2,1,2026-11-02 09:00,2026-11-02 12:00,Yes,2026-11-02 13:00",
    ];
    const file = logFile(`${rows.join("\n")}\n`, "supplier.csv");
    const given = { file, settings: SAID, promise: NHS_LOGIN };
    const { answer: looked } = await ask(desk, "look", { ...given, nowMs: NOW });
    expect(looked?.claims).toEqual(["SLA met", "SLA due"]);
    const { answer: plain } = await ask(desk, "judge", { ...given, how: HOW });
    expect(plain?.against).toBeNull();
    const how = { ...HOW, claims: true };
    const { answer: judged } = await ask(desk, "judge", { ...given, how });
    expect(judged?.against?.text).toMatch(/^2 compared: 1 agree, 1 has another verdict/);
    expect(judged?.against?.differences).toMatchObject([
      {
        ...{ ticket: "T-1", theirs: "breached", ours: "met" },
        figures: ["due Mon 2 Nov 2026 11:00 GMT, here Mon 2 Nov 2026 13:00 GMT"],
      },
    ]);
    const { answer: csv } = await ask(desk, "take", { format: "csv", pictures: false });
    expect(csv?.parts.join("")).toContain("claim_agrees");
  });

  it("hashes a file once, however often its settings change", async () => {
    const { desk, file } = await judgedDesk();
    let read = 0;
    class Counting extends Blob {
      override arrayBuffer() {
        read += 1;
        return super.arrayBuffer();
      }
    }
    const counting = new Counting([await file.bytes.text()]);
    const again = { ...file, id: "counted", bytes: counting };
    for (const groupBy of [null, "team", "severity"]) {
      const how = { ...HOW, groupBy };
      await ask(desk, "judge", { file: again, settings: SAID, promise: NHS_LOGIN, how });
    }
    expect(read).toBe(1);
  });

  it("reads gzip, and says what it cannot unpack", async () => {
    const desk = new Desk();
    const packed = Uint8Array.from(gzipSync(LOG));
    const given = { settings: SAID, promise: NHS_LOGIN, nowMs: NOW };
    expect((await ask(desk, "look", { file: logFile(packed), ...given })).answer?.rows).toBe(4);
    const cut = await ask(desk, "look", { file: logFile(packed.slice(0, 40)), ...given });
    expect(cut.refusal?.message).toContain("it cannot be unpacked as gzip");
  });

  it("tells a promise in words, a month of its calendar, and when one ticket is due", async () => {
    const desk = new Desk();
    const { answer: promise } = await ask(desk, "promise", NHS_LOGIN);
    expect(promise?.targets[0]).toMatchObject({
      id: "incidentResolution",
      title: "Incident resolution",
    });
    expect(promise?.targets[0]?.allowances[0]).toEqual(["1", expect.stringMatching(/^4 hours/)]);
    expect(promise?.options.every(({ isDefault }) => isDefault)).toBe(true);
    expect(promise?.needs.map(({ name }) => name)).toEqual(["partnerHours"]);
    const any = await ask(desk, "promise", { kind: "none" });
    expect(any.answer?.needs).toEqual([]);

    const { answer: month } = await ask(desk, "month", {
      promise: NHSMAIL,
      calendar: "",
      month: "2026-12",
    });
    // 1 December 2026 is a Tuesday; Christmas Day is a Friday.
    expect(month).toMatchObject({ name: "December 2026", firstWeekday: 2 });
    expect(month?.days[24]).toMatchObject({ day: 25, kind: "closed-unusually", hours: [] });
    const wrong = await ask(desk, "month", { promise: NHSMAIL, calendar: "", month: "12/2026" });
    expect(wrong.refusal?.message).toBe("12/2026 is not a month");

    const asked = {
      promise: NHS_LOGIN,
      opened: "2026-11-20T16:00",
      severity: "2",
      target: "",
      pauses: [],
      asOf: "",
      nowMs: NOW + 0.21,
    };
    const { answer: due } = await ask(desk, "due", asked);
    // Eight support hours: two on Friday, six on Monday.
    expect(due?.standing).toContain("8 h");
    expect(due?.facts).toContainEqual(["Due and breached", "Mon 23 Nov 2026 14:00 GMT"]);
    for (const [change, reason] of [
      [{ opened: "" }, "say when the ticket was opened"],
      [{ promise: { kind: "none" } as const }, "choose one promise"],
      [{ target: "none" }, "no such target"],
      [
        { promise: NHSMAIL, severity: "", pauses: [{ from: "", to: "2026-11-20T17:00" }] },
        "when the pause began",
      ],
      [
        {
          promise: NHSMAIL,
          severity: "",
          pauses: [{ from: "2026-11-20T17:00", to: "2026-11-20T17:00" }],
        },
        "a pause ends after it begins",
      ],
      [{ pauses: [{ from: "2026-11-20T17:00", to: "" }] }, "pauses for nothing"],
    ] as const) {
      const { refusal } = await ask(desk, "due", { ...asked, ...change });
      expect(refusal?.message).toContain(reason);
    }
    const paused = [{ from: "2026-11-23T09:00", to: "" }];
    const still = await ask(desk, "due", {
      ...asked,
      promise: NHSMAIL,
      severity: "",
      pauses: paused,
    });
    expect(still.answer).toMatchObject({ due: null, projected: expect.stringContaining("2026") });
  });
});
