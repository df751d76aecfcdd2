import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { file, serviceNowCsv } from "./files";
import { choose, closeBrowser, judged, openPage, promise, taken } from "./page";

let server: Server;
const heard: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    heard.push(request.url ?? "");
    response.setHeader("access-control-allow-origin", "*");
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await closeBrowser();
  server.close();
});

it("the page requests nothing from drop to report, and no way out is open", async () => {
  const { page, asked, complaints, close } = await openPage();
  await promise(page, "NHS login");
  await choose(page, file("network.csv", serviceNowCsv));
  await judged(page);
  await page.locator(".verdicts tbody button").first().click();
  await page.locator("dialog svg").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  for (const name of ["Spreadsheet", "Report", "Table", "Calendar", "Data"])
    await taken(page, name);
  expect(asked).toEqual([]);
  expect(complaints).toEqual([]);

  // The ways by which a page can send: each is refused, and a server that listens hears nothing.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  const ways = await page.evaluate(async (to) => {
    const tried: Record<string, string> = {};
    const attempt = async (name: string, act: () => unknown) => {
      try {
        tried[name] = String(await act());
      } catch (error) {
        tried[name] = error instanceof Error ? error.name : "refused";
      }
    };
    await attempt("fetch", async () => (await fetch(`${to}fetch`)).status);
    await attempt(
      "request",
      () =>
        new Promise((resolve, reject) => {
          const request = new XMLHttpRequest();
          request.onload = resolve;
          request.onerror = () => reject(new Error("refused"));
          request.open("GET", `${to}request`);
          request.send();
        }),
    );
    await attempt("beacon", () => navigator.sendBeacon(`${to}beacon`, "x"));
    for (const [tag, attribute] of [
      ["img", "src"],
      ["script", "src"],
      ["iframe", "src"],
      ["link", "href"],
    ] as const) {
      const element = document.createElement(tag);
      if (tag === "link") element.setAttribute("rel", "stylesheet");
      element.setAttribute(attribute, `${to}${tag}`);
      document.body.append(element);
    }
    const form = document.createElement("form");
    form.action = `${to}form`;
    form.method = "post";
    document.body.append(form);
    form.submit();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return tried;
  }, url);
  expect(ways["fetch"]).toBe("TypeError");
  expect(heard).toEqual([]);
  await close();
});
