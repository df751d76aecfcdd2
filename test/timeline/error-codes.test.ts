import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = join(import.meta.dirname, "../../src");
const CODES = join("timeline", "error-codes.ts");
const texts = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(CODES))
  .map((file) => readFileSync(join(SRC, file), "utf8"));
const table = readFileSync(join(SRC, CODES), "utf8");
const codes = [...table.matchAll(/\| "([a-z-]+)"/g)].map(([, code = ""]) => code);

describe("the codes of errors", () => {
  it("have one meaning each, in one line", () => {
    expect(codes.length).toBeGreaterThan(40);
    expect(new Set(codes).size).toBe(codes.length);
    expect([...table.matchAll(/\*\/\n {2}\| "/g)]).toHaveLength(codes.length);
  });

  it.each(codes)("%s is thrown somewhere", (code) => {
    const name = code.startsWith("coverage-") ? "coverage-" : code;
    expect(texts.some((text) => text.includes(`"${code}"`) || text.includes(`\`${name}$`))).toBe(
      true,
    );
  });
});
