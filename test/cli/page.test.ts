import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtPage } from "../../src/cli/page-file";
import { command, file } from "./run-breaches";

const BUILT = join(import.meta.dirname, "../../dist/core-hours.html");

describe("core-hours page", () => {
  it("gives the page as it was built, or says how to build it", async () => {
    const path = file("built.html", "<!doctype html>");
    expect(Buffer.from(await builtPage(path)).toString()).toBe("<!doctype html>");
    await expect(builtPage(`${path}.none`)).rejects.toThrow("npm run build makes it");
  });

  it("writes it where it is told to", async () => {
    const out = file("desk.html", "an older one");
    const { code, stdout, stderr } = await command("page", "--out", out);
    if (existsSync(BUILT)) {
      expect([code, stdout]).toEqual([0, `wrote ${out}; open it in a browser\n`]);
      expect(readFileSync(out, "utf8")).toBe(readFileSync(BUILT, "utf8"));
    } else {
      expect([code, stderr]).toEqual([2, expect.stringContaining("npm run build makes it")]);
      expect(readFileSync(out, "utf8")).toBe("an older one");
    }
  });
});
