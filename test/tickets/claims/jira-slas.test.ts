import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defineSla, toJiraSla } from "../../../src";
import { jiraSlaCells } from "../../../src/tickets/log/json/jira-slas";
import { breaches, command, file } from "../../cli/run-breaches";

/** Mon-Fri 09:00-17:00 in London; 4 hours. */
const DESK = {
  id: "desk",
  calendars: { core: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } } },
  targets: {
    resolution: {
      title: "Resolution",
      allowance: { hours: 4, calendar: "core" },
      runs: ["Open"],
      stops: ["Done"],
    },
  },
} as const;
const H = 3_600_000;

const date = (epochMillis: number) => ({
  ...{ iso8601: new Date(epochMillis).toISOString().replace(".000Z", "+0000") },
  ...{ jira: "", friendly: "", epochMillis },
});
const length = (millis: number) => ({ millis, friendly: "" });

/** An SLA that Jira counts at wall time: Mon 4 May 2026 16:00 to Tue 10:00 is 18 h of 4. */
const start = Date.parse("2026-05-04T15:00:00Z");
const OVERNIGHT = {
  id: "1",
  name: "Time to resolution",
  completedCycles: [
    {
      startTime: date(start),
      stopTime: date(start + 18 * H),
      breachTime: date(start + 4 * H),
      breached: true,
      goalDuration: length(4 * H),
      elapsedTime: length(18 * H),
      remainingTime: length(-14 * H),
    },
  ],
};
const FIRST_RESPONSE = { id: "2", name: "Time to first response", completedCycles: [] };

const issue = (sla: object) => ({
  id: "10001",
  key: "SD-1",
  fields: {
    created: "2026-05-04T16:00:00.000+0100",
    resolutiondate: "2026-05-05T10:00:00.000+0100",
    status: { name: "Done" },
    priority: { name: "High" },
    customfield_10030: sla,
    customfield_10031: FIRST_RESPONSE,
  },
});
const changelog = {
  histories: [
    {
      created: "2026-05-05T10:00:00.000+0100",
      items: [{ field: "status", fromString: "Open", toString: "Done" }],
    },
  ],
};

async function against(issues: readonly object[], ...more: string[]) {
  const run = await breaches([
    file("jira-slas.json", JSON.stringify({ issues })),
    ...["--policy", file("jira-slas-desk.json", JSON.stringify(DESK))],
    ...["--as-of", "2026-05-06T12:00:00Z", "--format", "json", ...more],
  ]);
  if (run.stdout === "") throw new Error(run.stderr);
  return JSON.parse(run.stdout).against;
}

describe("the SLAs that Jira nests in the fields of an issue", () => {
  it.each([
    ["with its changelog", { ...issue(OVERNIGHT), changelog }],
    ["without", issue(OVERNIGHT)],
  ])("are compared with: an issue %s", async (_, each) => {
    const { differences, columns } = await against([each], "--claims", "auto");
    expect(columns.map(({ column }: { column: string }) => column)).toEqual([
      "Time to resolution: breached",
      "Time to resolution: due",
      "Time to resolution: used",
      "Time to resolution: left",
    ]);
    // By the desk's hours it used an hour on Monday and one on Tuesday.
    expect(differences).toMatchObject([
      {
        ...{ ticket: "SD-1", about: "verdict", breached: false, theirsBreached: true },
        cause: {
          says: "it counts wall time, around the clock, in place of working time",
          isExact: true,
        },
      },
    ]);
  });

  it("are those of the cycle that goes on, else of the last that is over", () => {
    const cycle = (breached: boolean) => ({ breached, elapsedTime: length(H), remainingTime: 0 });
    const sla = { completedCycles: [cycle(false), cycle(true)], ongoingCycle: cycle(false) };
    const { ongoingCycle: _, ...over } = sla;
    const breachedIn = (each: object) =>
      Object.fromEntries(jiraSlaCells("c", { ...each }))["c: breached"];
    expect([breachedIn(sla), breachedIn(over)]).toEqual(["false", "true"]);
    expect(jiraSlaCells("c", { completedCycles: [] })).toEqual([]);
  });

  it("have lengths cut to the second, below zero once over", () => {
    const cells = jiraSlaCells("c", {
      name: "Fix",
      completedCycles: [{ elapsedTime: length(5 * H + 61_999), remainingTime: length(-61_999) }],
    });
    expect(Object.fromEntries(cells)).toEqual({
      ...{ "Fix: breached": "", "Fix: due": "", "Fix: used": "5:01:01", "Fix: left": "-0:01:01" },
    });
  });

  it("agree if Jira counts as the policy does", async () => {
    const sla = defineSla(DESK);
    const reading = sla.targets.resolution.track(
      [
        { at: "2026-05-04T15:00:00Z", state: "Open" },
        { at: "2026-05-05T09:00:00Z", state: "Done" },
      ],
      { asOf: "2026-05-06T12:00:00Z" },
    );
    const own = { ...toJiraSla(reading), name: "Time to resolution" };
    const { counts } = await against([{ ...issue(own), changelog }], "--claims", "auto");
    expect(counts).toMatchObject({ agrees: 1, "verdict-differs": 0, "figure-differs": 0 });
  });
});

describe("the columns of claims in a mapping", () => {
  const rows = [
    "Ref,Priority,Logged,Fixed,SLA met",
    "T-1,1,2026-05-05 09:00,2026-05-05 12:00,No",
    "T-2,1,2026-05-05 09:00,2026-05-05 12:00,Yes",
  ];
  const log = () => file("kept-claims.csv", `${rows.join("\n")}\n`);
  const policy = () =>
    file(
      "kept-claims-desk.json",
      JSON.stringify({
        ...DESK,
        targets: { fix: { ...DESK.targets.resolution, runs: ["new"], stops: ["done"] } },
      }),
    );
  const saved = async (...more: string[]) => {
    const path = file("kept-claims-mapping.json", "");
    const run = await command("read", log(), "--policy", policy(), "--save", path, ...more);
    if (run.code !== 0) throw new Error(run.stderr);
    return path;
  };
  const report = async (mapping: string, ...more: string[]) => {
    const run = await breaches([
      ...[log(), "--policy", policy(), "--mapping", mapping, "--format", "json", ...more],
      ...["--as-of", "2026-05-06T12:00:00Z"],
    ]);
    return JSON.parse(run.stdout).against;
  };

  it("are kept by read --claims --save, and compared with from then on", async () => {
    const path = await saved("--claims", "auto");
    expect(JSON.parse(readFileSync(path, "utf8")).claims).toEqual([
      { column: "SLA met", kind: "met" },
    ]);
    expect(await report(path)).toMatchObject({ counts: { agrees: 1, "verdict-differs": 1 } });
    expect(await report(path, "--claims", "auto")).toMatchObject({ counts: { agrees: 1 } });
    expect(await report(path, "--claims", "none")).toBeUndefined();
  });

  it("are not kept unless that is asked for", async () => {
    const path = await saved();
    expect(JSON.parse(readFileSync(path, "utf8")).claims).toBeUndefined();
    expect(await report(path)).toBeUndefined();
  });
});
