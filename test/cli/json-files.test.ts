import { describe, expect, it } from "vitest";
import { DESK } from "../tickets/small-desk";
import { breaches, file } from "./run-breaches";

const LOG = "Ticket,Opened,Resolved,Priority\nT-1,2026-06-01 09:00,2026-06-01 12:00,1\n";
const JSON_TEXT = JSON.stringify(DESK, null, 2);

async function judgedBy(policy: string | Uint8Array) {
  return breaches([
    file("json-files.csv", LOG),
    ...["--policy", file("json-files.json", policy), "--as-of", "2026-06-05T12:00Z"],
  ]);
}

describe("a policy in a file", () => {
  it.each([
    ["UTF-8", JSON_TEXT],
    ["UTF-8 with a mark", `\ufeff${JSON_TEXT}`],
    ["lines that end as on Windows", JSON_TEXT.replaceAll("\n", "\r\n")],
    ["UTF-16, as PowerShell writes it", Buffer.from(`\ufeff${JSON_TEXT}`, "utf16le")],
    ["UTF-16, high bytes first", Buffer.from(`\ufeff${JSON_TEXT}`, "utf16le").swap16()],
  ])("may be in %s", async (_, policy) => {
    const { code, stdout } = await judgedBy(policy);
    expect(stdout).toMatch(/T-1 .* met +75\.0/);
    expect(code).toBe(0);
  });

  it("in another encoding is refused, since its letters would be lost", async () => {
    const { code, stderr } = await judgedBy(
      Buffer.from(JSON_TEXT.replace("Working", "F\u00e4llig"), "latin1"),
    );
    expect(stderr).toContain("its bytes are not UTF-8");
    expect(code).toBe(2);
  });

  it.each([
    ["at the top", JSON_TEXT.replace(/\}$/, ', "id": "other" }'), "id"],
    ["spelt with an escape", JSON_TEXT.replace(/\}$/, ', "\\u0069d": "other" }'), "id"],
    [
      "deep within",
      JSON_TEXT.replace('"1": {', '"1": { "hours": 9, "calendar": "core" }, "1": {'),
      "1",
    ],
  ])("that gives a key twice is refused: %s", async (_, policy, key) => {
    const { code, stderr } = await judgedBy(policy);
    expect(stderr).toContain(`it has the key "${key}" twice in one object`);
    expect(code).toBe(2);
  });

  it("may have one key in several objects, and a text that looks like a key", async () => {
    const { code } = await judgedBy(
      JSON_TEXT.replace('"id": "desk"', '"id": "desk", "title": "{\\"id\\": \\"id\\": "'),
    );
    expect(code).toBe(0);
  });
});
