/**
 * Runs the checks of `test/everywhere` with the built package in headless Chromium: in pages of several
 * time zones and languages, and the checks of `core-hours/timeline` in a worker. It needs a build, and
 * a Chrome or Chromium, which `chromium.ts` finds.
 */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./chromium";
import { judge, PLACES, type Place, type Run, report } from "./everywhere";

const root = join(import.meta.dirname, "..");

/** Everything that the page and its modules import by name: packages, or parts of them. */
const NAMES = [
  "core-hours",
  "core-hours/testing",
  "core-hours/timeline",
  "luxon",
  "zod",
  "zod/v4/core",
  "fast-check",
  "pure-rand/distribution/uniformBigInt",
  "pure-rand/distribution/uniformInt",
  "pure-rand/generator/congruential32",
  "pure-rand/generator/mersenne",
  "pure-rand/generator/xoroshiro128plus",
  "pure-rand/generator/xorshift128plus",
  "pure-rand/utils/skipN",
];

/** The path from the root to a file, as an address writes it. */
const pathTo = (file: string) => relative(root, file).split(sep).join("/");

/** The page's import map: these names, with the files that Node.js resolves them to. */
const imports = Object.fromEntries(
  NAMES.map((name) => [name, `/${pathTo(fileURLToPath(import.meta.resolve(name)))}`]),
);

/** The strictest policy for a page: only its own files run, and no text is run as a program. */
const policy =
  "default-src 'none'; script-src 'self' 'nonce-map'; worker-src 'self'; img-src data:";

const html = `<!doctype html>
<title>core-hours</title>
<link rel="icon" href="data:,">
<script type="importmap" nonce="map">${JSON.stringify({ imports })}</script>`;

/** Serves the page, and the scripts of this project. */
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const file = join(root, pathname);
  if (pathname === "/") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-security-policy", policy);
    response.end(html);
  } else if (pathname === "/eval.js") {
    response.setHeader("content-type", "text/javascript; charset=utf-8");
    response.end(EVAL);
  } else if ([".js", ".mjs"].includes(extname(file)) && existsSync(file)) {
    response.setHeader("content-type", "text/javascript; charset=utf-8");
    response.end(readFileSync(file));
  } else {
    response.writeHead(404).end();
  }
});

/** Records what the page reports as a violation of its policy, from its first script on. */
const LISTENS = `globalThis.violations = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
  globalThis.violations.push([violatedDirective, blockedURI, sourceFile].join(" "));
});`;
/** What the page has reported by now; the events come after the script that caused them. */
const VIOLATIONS =
  "new Promise((resolve) => setTimeout(() => resolve(globalThis.violations.splice(0)), 50))";
/** Does what a library does that writes code at run time, whether or not it catches the refusal. */
const WRITES_CODE =
  'document.head.append(Object.assign(document.createElement("script"), { src: "/eval.js" }))';
const EVAL = 'try { new Function("return 1")(); } catch {}';

/** Runs the checks in one place. Any error or warning that the page logs is a problem too. */
async function check(browser: Browser, address: string, place: Place): Promise<Run[]> {
  const context = await browser.newContext({ timezoneId: place.timeZone, locale: place.language });
  const problems: string[] = [];
  const runs: Run[] = [];
  let isProbing = false;
  try {
    const page = await context.newPage();
    await page.addInitScript(LISTENS);
    page.on("pageerror", (error) => problems.push(`${place.timeZone}: ${error}`));
    page.on("console", (message) => {
      if (!isProbing && ["error", "warning"].includes(message.type())) {
        problems.push(`${place.timeZone}: it logged ${message.text()}`);
      }
    });
    await page.goto(address);
    for (const what of ["inPage", "inWorker"]) {
      const found = await page.evaluate(
        `import("/test/everywhere/page.mjs").then((page) => page.${what}())`,
      );
      runs.push(judge(found, place));
    }
    // Evaluating the name gives what LISTENS keeps: texts.
    const violations = (await page.evaluate(VIOLATIONS)) as string[];
    for (const violation of violations) problems.push(`${place.timeZone}: ${violation}`);
    isProbing = true;
    await page.evaluate(WRITES_CODE);
    await page.waitForTimeout(200);
    const probed = (await page.evaluate(VIOLATIONS)) as string[];
    if (!probed.some((violation) => violation.includes("script-src"))) {
      problems.push(`${place.timeZone}: the page would not report code written at run time`);
    }
  } catch (error) {
    problems.push(`${place.timeZone}: ${error}`);
  } finally {
    await context.close();
  }
  return problems.length === 0 ? runs : [...runs, { passed: 0, problems }];
}

await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
// A server that listens on a port has an address with one.
const { port } = server.address() as AddressInfo;
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
try {
  const runs: Run[] = [];
  for (const place of PLACES) {
    runs.push(...(await check(browser, `http://127.0.0.1:${port}/`, place)));
  }
  console.log(
    `in a page and in a worker, in ${PLACES.map(({ timeZone }) => timeZone).join(", ")}:`,
  );
  report(`Chromium ${browser.version()}`, runs);
} finally {
  await browser.close();
  server.close();
}
