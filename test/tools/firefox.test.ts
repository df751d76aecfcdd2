import { describe, expect, it } from "vitest";
import type { Machine } from "../../tools/chromium";
import { findFirefox } from "../../tools/firefox";

/** A machine that has some files. */
function machine(platform: string, files: readonly string[], env: Machine["env"] = {}): Machine {
  return { platform, home: "", env, exists: (path) => files.includes(path), list: () => [] };
}

describe("a Firefox is found", () => {
  it.each([
    ["linux", "/usr/bin/firefox-esr", { PATH: "/usr/local/bin:/usr/bin" }],
    ["linux", "/opt/firefox/firefox", { PATH: "/opt/firefox" }],
    ["darwin", "/Applications/Firefox.app/Contents/MacOS/firefox", {}],
    ["win32", "C:\\Program Files\\Mozilla Firefox\\firefox.exe", {}],
    ["win32", "D:\\tools\\firefox.exe", { Path: "C:\\Windows;D:\\tools" }],
  ] as const)("on %s at %s", (platform, path, env) => {
    expect(findFirefox(machine(platform, [path], env))).toBe(path);
  });

  it("where FIREFOX_PATH says, before any on the PATH", () => {
    const env = { FIREFOX_PATH: "/own/firefox", PATH: "/usr/bin" };
    const files = ["/usr/bin/firefox", "/own/firefox"];
    expect(findFirefox(machine("linux", files, env))).toBe("/own/firefox");
  });

  it("or the message says what to install, or what FIREFOX_PATH names in vain", () => {
    expect(() => findFirefox(machine("linux", [], { PATH: "/usr/bin" }))).toThrow(
      "apt-get install firefox-esr",
    );
    expect(() => findFirefox(machine("linux", [], { FIREFOX_PATH: "/gone" }))).toThrow(
      'FIREFOX_PATH is "/gone", and there is no such file.',
    );
  });
});
