import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { breaches, file } from "../cli/run-breaches";

describe("a file that cannot be used", () => {
  it("is not there", async () => {
    const run = await breaches(["no-such.csv"]);
    expect(run).toEqual({
      stdout: "",
      stderr: "breaches: no-such.csv: there is no such file\n",
      code: 2,
    });
  });

  it("is a folder", async () => {
    const folder = join(dirname(file("x.csv", "")), "folder");
    mkdirSync(folder);
    const { stderr, code } = await breaches([folder]);
    expect(stderr).toContain("directory");
    expect(code).toBe(2);
  });

  it.each([
    ["empty", ""],
    ["blank", "\n\n"],
  ])("is %s", async (name, content) => {
    const { stdout, stderr, code } = await breaches([file(`${name}.csv`, content)]);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^breaches: .*\.csv: it is empty\n$/);
    expect(code).toBe(2);
  });

  it.each([
    ["binary", Buffer.from([0x88, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ["a packed binary", gzipSync(Buffer.from([1, 0, 2, 0]))],
  ])("is %s", async (_, content) => {
    const { stderr, code } = await breaches([file("binary.csv", content)]);
    expect(stderr).toContain("it is not CSV");
    expect(code).toBe(2);
  });

  it.each([
    ["\u0089PNG\r\n", "a picture"],
    ["{\\rtf1 x}", "a text of a word processor"],
    ["<?xml version='1.0'?><log/>", "XML"],
    ["<html><table></table></html>", "a page of HTML"],
    ["<!DOCTYPE html>", "a page of HTML"],
    ["BZh91AY&SY", "packed with bzip2"],
    ["\u00fd7zXZ\0", "packed with xz"],
    ["(\u00b5/\u00fd", "packed with zstd"],
    ["7z\u00bc\u00af", "a 7z archive"],
    ["Rar!\u001a", "a RAR archive"],
  ])("is of another kind, which is named: %j", async (start, kind) => {
    const content = Buffer.from(start, "latin1");
    const { stderr, code } = await breaches([file("another-kind.csv", content)]);
    expect(stderr).toContain(`it is ${kind}`);
    expect(code).toBe(2);
  });

  it("is broken gzip", async () => {
    const { stderr, code } = await breaches([
      file("broken.csv.gz", Buffer.from([0x1f, 0x8b, 9, 9])),
    ]);
    expect(stderr).toMatch(/^breaches: .*broken\.csv\.gz: /);
    expect(code).toBe(2);
  });

  it("is prose", async () => {
    const { stderr, code } = await breaches([file("prose.csv", "Dear all,\nplease find\n")]);
    expect(stderr).toContain('it has no column "ticket", "service", "at", "state"');
    expect(code).toBe(2);
  });

  it("has other columns: names them and says what to do", async () => {
    const { stderr, code } = await breaches([file("other.csv", "id,wann,zustand\n1,2,3\n")]);
    expect(stderr).toContain(
      'no column "ticket", "service", "at", "state"; it has "id", "wann", "zustand"',
    );
    expect(stderr).toContain("--mapping");
    expect(code).toBe(2);
  });

  it("has a column twice", async () => {
    const { stderr } = await breaches([file("twice.csv", "ticket,service,at,at,state\n")]);
    expect(stderr).toContain('the column "at" twice');
  });

  it("has another separator than its mapping says", async () => {
    const map = {
      ...{ delimiter: ",", ticket: "ticket", policy: "service" },
      ...{ at: { column: "at" }, state: { column: "state" } },
    };
    const columns = ["--columns", file("comma.json", JSON.stringify(map))];
    const path = file("semi.csv", "ticket;service;at;state\nT-1;nhsmail;2026-11-02T09:00Z;new\n");
    const { stderr, code } = await breaches([path, ...columns]);
    expect(stderr).toContain('The mapping says that "," separates its cells');
    expect(code).toBe(2);
    expect((await breaches([path])).stdout).toContain("1 ticket (1 row)");
  });

  it.each([
    ["an old spreadsheet", [0xd0, 0xcf, 0x11, 0xe0, 0xa1], "save it as .xlsx or as CSV"],
    ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d], "it is a PDF"],
  ])("is %s", async (_, start, message) => {
    const { stderr, code } = await breaches([file("other", new Uint8Array(start))]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it("names no policy, and neither does the command line", async () => {
    const path = file("bare.csv", "ticket,at,state\nT-1,2026-11-02T09:00Z,new\n");
    const { stderr, code } = await breaches([path]);
    expect(stderr).toContain("--policy");
    expect(code).toBe(2);
    const judged = await breaches([path, "--policy", "nhsmail", "--as-of", "2026-11-02T12:00Z"]);
    expect(judged).toMatchObject({ code: 0, stderr: "" });
    expect(judged.stdout).toMatch(/T-1 .*running +6\.3/);
  });
});
