import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { breaches, log, spawned, start } from "./run-breaches";
import { PARTIES } from "./sample-choices";

describe("the command, as a process of its own", () => {
  it("prints what it prints here, whatever the zone of the machine", async () => {
    expect(await spawned([])).toEqual(await breaches([]));
  });

  it("reads standard input", async () => {
    const sample = readFileSync("examples/data/tickets.csv", "utf8");
    const options = ["--as-of", "2027-04-05T12:00:00+01:00", ...PARTIES];
    const { stdout, code } = await spawned(["-", ...options], sample);
    expect({ stdout, code }).toEqual({ stdout: (await breaches([])).stdout, code: 0 });
  });

  it("exits with 2 if it could do nothing", async () => {
    expect(await spawned(["no-such.csv"])).toEqual({
      stdout: "",
      stderr: "breaches: no-such.csv: there is no such file\n",
      code: 2,
    });
  });

  it("exits with 1 if a row was malformed", async () => {
    const path = log("one-bad.csv", "T-1,nhsmail,never,new,", "T-2,nhsmail,2026-11-02T09:00Z,new,");
    const { stdout, stderr, code } = await spawned([path]);
    expect(stderr).toContain(':2: column "at": "never" cannot be read');
    expect(stdout).toContain("T-2");
    expect(code).toBe(1);
  });

  it("stops quietly if its reader has seen enough", async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `T-${i},nhsmail,2026-11-02T09:00Z,new,`);
    const child = start([log("long.csv", ...rows), "--format", "json"]);
    let stderr = "";
    child.stderr?.on("data", (chunk) => {
      stderr += chunk;
    });
    child.stdout?.once("data", () => child.stdout?.destroy());
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(stderr).toBe("");
    expect(code).toBe(0);
  });
});
