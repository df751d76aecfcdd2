import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { breaches, file } from "../cli/run-breaches";
import { hostileLog } from "./hostile-log";
import { judged, smallLog } from "./small-log";

const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
const path = join(import.meta.dirname, "../../schemas/report.schema.json");
const validate = ajv.compile(JSON.parse(readFileSync(path, "utf8")));

const printed = async (args: readonly string[]) =>
  JSON.parse((await breaches([...args, "--format", "json"])).stdout);

const claimed = () => {
  const rows = [
    "Ref,Priority,Logged,Fixed,SLA met,SLA due",
    "T-1,1,2026-05-05 09:00,2026-05-05 12:00,No,2026-05-05 11:17",
    "T-2,1,2026-05-05 09:00,2026-05-05 12:00,Yes,2026-05-05 13:00",
  ];
  const [, ...rest] = judged("claimed-policy", []);
  const policy = { runs: ["new"], stops: ["done"], allowance: { hours: 4, calendar: "core" } };
  const desk = { id: "d", calendars: { core: "nhsmail-core" }, targets: { fix: policy } };
  return [
    file("claimed.csv", `${rows.join("\n")}\n`),
    ...rest.map((each) =>
      each.endsWith(".json") ? file("claimed.json", JSON.stringify(desk)) : each,
    ),
    ...["--claims", "auto"],
  ];
};

describe("the schema of the report as JSON", () => {
  it.each([
    ["the sample", () => ["--group-by", "severity"]],
    ["a small log", smallLog],
    [
      "a small log with promised shares",
      () => smallLog({ attainment: { all: { target: "fix", share: 0.9 } } }),
    ],
    ["a small log with a target share", () => [...smallLog(), "--target-share", "90"]],
    ["a small log with columns carried along", () => [...smallLog(), "--keep", "state"]],
    ["a hostile log, with problems", hostileLog],
    ["a log against a tool's verdicts", claimed],
    ["a log with tickets of no policy", () => ["--policy", "nhsmail", "--policy", "gpsoc"]],
  ])("holds of %s", async (_, args) => {
    validate(await printed(args()));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each([
    ["an unknown status", { status: "late" }],
    ["an instant without an offset", { opened: "2026-05-05T09:00:00" }],
    ["an unknown property", { colour: "red" }],
  ])("does not hold of a row with %s", async (_, wrong) => {
    const report = await printed(smallLog());
    report.rows[0] = { ...report.rows[0], ...wrong };
    expect(validate(report)).toBe(false);
  });
});
