import { describe, expect, it } from "vitest";
import { findChromium, type Machine } from "../../tools/chromium";

/** A machine that has some files. */
function machine(platform: string, files: readonly string[], env: Machine["env"] = {}): Machine {
  const home = platform === "win32" ? "C:\\Users\\ann" : "/home/ann";
  const separator = platform === "win32" ? "\\" : "/";
  return {
    platform,
    home,
    env,
    exists: (path) => files.includes(path),
    list: (folder) => [
      ...new Set(
        files
          .filter((file) => file.startsWith(folder + separator))
          .map((file) => file.slice(folder.length + 1).split(separator)[0] ?? ""),
      ),
    ],
  };
}

describe("a Chrome or Chromium is found", () => {
  it.each([
    ["linux", "/usr/bin/chromium", {}],
    ["linux", "/usr/bin/google-chrome-stable", {}],
    ["linux", "/nix/store/abc/bin/chromium", { PATH: "/usr/bin:/nix/store/abc/bin" }],
    ["linux", "/home/ann/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome", {}],
    [
      "linux",
      "/home/ann/.cache/puppeteer/chrome/linux-140.0.1/chrome-linux64/chrome",
      { PATH: "" },
    ],
    [
      "linux",
      "/browsers/chromium-9/chrome-linux/chrome",
      { PLAYWRIGHT_BROWSERS_PATH: "/browsers" },
    ],
    ["darwin", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", {}],
    ["darwin", "/home/ann/Applications/Chromium.app/Contents/MacOS/Chromium", {}],
    [
      "win32",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
      { PROGRAMFILES: "C:\\Program Files" },
    ],
    [
      "win32",
      "C:\\Users\\ann\\AppData\\Local\\Chromium\\Application\\chrome.exe",
      { LOCALAPPDATA: "C:\\Users\\ann\\AppData\\Local" },
    ],
    ["win32", "D:\\tools\\chrome.exe", { Path: "C:\\Windows;D:\\tools" }],
  ] as const)("on %s at %s", (platform, path, env) => {
    expect(findChromium(machine(platform, [path], env))).toBe(path);
  });

  it("where CHROMIUM_PATH says, before any that is installed", () => {
    const files = ["/usr/bin/chromium", "/own/chrome"];
    expect(findChromium(machine("linux", files, { CHROMIUM_PATH: "/own/chrome" }))).toBe(
      "/own/chrome",
    );
  });
});

describe("no Chrome or Chromium", () => {
  it("is an error that says what to do", () => {
    expect(() => findChromium(machine("linux", ["/usr/bin/firefox"]))).toThrow(
      /^No Chrome or Chromium was found\. Install one .* CHROMIUM_PATH\.$/,
    );
  });

  it("at CHROMIUM_PATH is an error, whatever is installed", () => {
    const env = { CHROMIUM_PATH: "/gone/chrome" };
    expect(() => findChromium(machine("linux", ["/usr/bin/chromium"], env))).toThrow(
      'CHROMIUM_PATH is "/gone/chrome", and there is no such file.',
    );
  });

  it("is not a headless shell, nor another browser that Playwright keeps", () => {
    const kept = "/home/ann/.cache/ms-playwright";
    const files = [
      `${kept}/chromium_headless_shell-1200/chrome-linux/chrome`,
      `${kept}/firefox-1400/chrome-linux/chrome`,
    ];
    expect(() => findChromium(machine("linux", files))).toThrow("No Chrome or Chromium");
  });
});
