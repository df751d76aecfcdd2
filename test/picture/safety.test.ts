import { describe, expect, it } from "vitest";
import { defineSla } from "../../src/index";
import { monthPage } from "../../src/picture/month/page";
import { monthPicture } from "../../src/picture/month/picture";
import { ticketPage } from "../../src/picture/ticket/page";
import { ticketPicture } from "../../src/picture/ticket/picture";
import { monthOf } from "./months";
import { CORE, picture, READINGS } from "./tickets";
import { elementsOf, parseXml, textOf } from "./xml";

const names = Object.keys(READINGS) as (keyof typeof READINGS)[]; // The keys of a constant.

describe.each(names)("the picture of a ticket: %s", (name) => {
  const reading = READINGS[name];
  const svg = picture(reading);
  const root = parseXml(svg);
  const all = elementsOf(root);

  it("is well-formed", () => {
    expect(root.name).toBe("svg");
    expect(root.attributes["xmlns"]).toBe("http://www.w3.org/2000/svg");
  });

  it("has a name and a description that a screen reader finds", () => {
    expect(root.attributes["role"]).toBe("img");
    const [title, desc] = (root.attributes["aria-labelledby"] ?? "").split(" ").map((id) => {
      const element = all.find(({ attributes }) => attributes["id"] === id);
      return element ? textOf(element) : "";
    });
    expect(title).toBe(`NM-1: Incident resolution (NM-06): ${reading.status}`);
    expect(desc).toMatch(/^A timeline of the ticket's states .* Times in: Europe\/London\./);
  });

  it("has no coordinate that is not a number", () => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it("refers only to its own elements", () => {
    const ids = all.flatMap(({ attributes }) => attributes["id"] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of svg.matchAll(/url\(([^)]*)\)/g)) expect(ids).toContain(id?.slice(1));
    expect(svg.replace('"http://www.w3.org/2000/svg"', "")).not.toMatch(
      /https?:|href|src=|@import/,
    );
  });

  it("has no more elements than a person could look at", () => {
    expect(all.length).toBeLessThan(250);
    expect(svg.length).toBeLessThan(100_000);
  });
});

const NASTY = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  "</title></style></svg><script>alert(1)</script>",
  "]]><!-- --><![CDATA[",
  "&amp;&lt;&#x41;&bogus;",
  "a\u0000b\u001b[31mc\u202ed\ud800e\uffff",
  "x".repeat(5000),
];

describe.each(NASTY)("a log that says %j", (text) => {
  const sla = defineSla({
    id: "nasty",
    calendars: {
      core: {
        id: "core",
        title: text,
        timeZone: "Europe/London",
        hours: { weekdays: ["08:00-18:00"] },
        exceptions: { "2026-11-03": { hours: ["08:00-12:00"], title: text } },
      },
    },
    severities: [text],
    targets: {
      fix: {
        title: text,
        clause: text,
        allowance: { hours: 8, calendar: "core" },
        runs: [text],
        stops: ["done"],
      },
    },
  });
  const calendar = sla.calendars["core"] ?? null;
  const reading = sla.targets.fix.track(
    [{ at: "2026-11-02T09:00Z", state: text, severity: text }],
    { asOf: "2026-11-05T12:00Z", ticket: text },
  );
  const month = monthOf("2026-11", [{ reading, calendar }]);

  it.each([
    ["a picture", ticketPicture({ reading, calendar, id: text })],
    ["a month", monthPicture({ month })],
  ])("puts nothing but text into %s", (_, svg) => {
    const all = elementsOf(parseXml(svg));
    const harmless = /^(svg|title|desc|style|defs|pattern|clipPath|g|rect|path|circle|text|tspan)$/;
    expect(all.map(({ name }) => name).filter((name) => !harmless.test(name))).toEqual([]);
    const attributes = all.flatMap((element) => Object.keys(element.attributes));
    expect(attributes.filter((name) => /^on|href|src/.test(name))).toEqual([]);
    expect(svg.length).toBeLessThan(150_000);
  });

  it.each([
    ["a ticket's page", ticketPage({ reading, calendar })],
    ["a month's page", monthPage(month)],
  ])("puts nothing but text into %s", (_, html) => {
    expect(html).not.toMatch(/<(?:script|img)|<[^>]*\son\w+=[^>]*>/i);
    // Each picture is drawn twice: for a wide screen and for a narrow one.
    expect(html.match(/<\/svg>/g)).toHaveLength(2);
    expect(html.match(/<\/style>/g)).toHaveLength(3);
    expect(["\u0000", "\u001b", "\u202e"].filter((bad) => html.includes(bad))).toEqual([]);
  });
});

describe("a page", () => {
  const html = ticketPage({ reading: READINGS.breached, calendar: CORE, notes: ["it is a test"] });

  it("runs nothing and fetches nothing", () => {
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(html).not.toMatch(/<(?:script|link|img|iframe)/);
  });

  it("has every stretch of the ticket's life as a row of a table", () => {
    const body = /<tbody>(.*)<\/tbody>/s.exec(html)?.[1] ?? "";
    expect(body.match(/<tr>/g)).toHaveLength(READINGS.breached.segments.length);
    const text = body.replace(/<\/t[dh]>/g, "|").replace(/<[^>]*>/g, "");
    expect(text).toContain(
      "Fri 25 Dec 2026 00:00|Sat 26 Dec 2026 00:00|in-progress|0|22 h|bank holiday: Christmas Day|",
    );
    expect(text).toContain(
      "Thu 31 Dec 2026 07:00|Thu 31 Dec 2026 09:00|in-progress|2 h|54 h|counted|",
    );
  });

  it("names its days that are not ordinary, its calendar and its notes", () => {
    expect(html).toContain("<li>Fri 25 Dec 2026: Christmas Day</li>");
    expect(html).toContain("<li>Mon 28 Dec 2026: Boxing Day</li>");
    expect(html).toContain("NHSmail core hours");
    expect(html).toContain("<p>It is a test.</p>");
  });

  it("describes a long life by its states", () => {
    const long = ticketPage({ reading: READINGS["thirty years"], calendar: CORE });
    expect(long.match(/<tr>/g)).toHaveLength(2);
    expect(/weekend \(\d+ times\), out of hours \(\d+ times\)/.test(long)).toBe(true);
    expect(long.includes("are too many to name here")).toBe(true);
  });
});

describe("several pictures on one page", () => {
  it("have ids of their own", () => {
    const idsOf = (id: string) =>
      elementsOf(parseXml(ticketPicture({ reading: READINGS.paused, calendar: CORE, id }))).flatMap(
        ({ attributes }) => attributes["id"] ?? [],
      );
    const ids = ["NM/1", "NM-1", "NM 1", "é", '"'].flatMap(idsOf);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[\w-]+$/.test(id))).toEqual([]);
  });

  it("may leave their headings to the page", () => {
    const svg = ticketPicture({ reading: READINGS.paused, calendar: CORE, heading: false });
    expect(svg).not.toContain('class="heading"');
  });
});
