import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineSla, type PolicyDefinition } from "../../src/index";
import { deskByColumn } from "../../src/tickets/log/desk/by-column";
import { ChosenPolicies } from "../../src/tickets/log/desk/chosen-policies";
import { readFacts } from "../../src/tickets/log/desk/facts";
import { instantReader } from "../../src/tickets/log/instants";
import { mappingSchema } from "../../src/tickets/log/mapping";
import { type Policy, prepared } from "../../src/tickets/log/policies";
import { readLog } from "../../src/tickets/log/read-log";
import { TicketLog } from "../../src/tickets/log/ticket-log";
import { judge } from "../../src/tickets/verdicts/judge";
import { pieces } from "./read-csv";
import { DESK, lines } from "./small-desk";

const MAPPING = mappingSchema.parse({
  ticket: "ticket",
  at: { column: "at" },
  state: { column: "state" },
  severity: { column: "severity" },
});
const HEAD = "ticket,service,at,state,severity";
const AS_OF_MS = Date.parse("2026-06-10T12:00:00Z");

const SLOW = prepared(defineSla({ ...DESK, id: "slow" } as PolicyDefinition));
const QUICK = prepared(
  defineSla({
    ...DESK,
    id: "quick",
    targets: {
      // The same states, of which one that pauses the other's clock runs this one's.
      fix: {
        ...DESK.targets.fix,
        ...{ runs: ["New", "Working", "On Hold"], pauses: [] },
        allowance: {
          "1": { hours: 1, calendar: "core" },
          "2": { hours: 3, calendar: "core" },
        },
      },
    },
  } as PolicyDefinition),
);
const POLICIES = [SLOW, QUICK];

const source = (content: string) => ({
  name: "log.csv",
  size: null,
  chunks: pieces(content),
  gunzip: (chunks: AsyncIterable<Uint8Array>) => chunks,
  close: () => {},
});

/** The verdicts on a log, and what became of its rows. */
async function verdictsOf(rows: readonly string[], policies: readonly Policy[]) {
  const content = lines(HEAD, ...rows);
  const readInstant = instantReader(MAPPING.at);
  const options = {
    mapping: MAPPING,
    readInstant,
    columns: ["service"],
    asOfMs: AS_OF_MS,
    remedy: "",
  };
  const [only] = policies;
  const chosen =
    policies.length > 1
      ? new ChosenPolicies(
          deskByColumn("service", policies),
          await readFacts(source(content), options),
        )
      : undefined;
  const log = new TicketLog({
    ...{ columns: MAPPING, readInstant, chosen, asOfMs: AS_OF_MS, nowMs: AS_OF_MS },
    choosePolicy: () => only ?? { reason: "there is no policy" },
  });
  await readLog(source(content), log, () => {});
  const byTicket = new Map(judge(log, AS_OF_MS).map((row) => [row.ticket, row]));
  return { byTicket, rows: log.rows, used: log.used, refused: log.refused };
}

/** A ticket's rows at instants of their own, each with or without the name of its service. */
const anyTicket = (ticket: string, service: string) =>
  fc
    .record({
      severity: fc.constantFrom("1", "2"),
      changes: fc.uniqueArray(
        fc.record({
          minute: fc.integer({ min: 0, max: 9 * 24 * 60 }),
          state: fc.constantFrom("New", "Working", "On Hold", "Resolved", "Void"),
          isNamed: fc.boolean(),
        }),
        { minLength: 1, maxLength: 6, selector: ({ minute }) => minute },
      ),
    })
    .map(({ severity, changes }) =>
      changes.map(({ minute, state, isNamed }, i) => {
        const at = new Date(Date.UTC(2026, 5, 1, 6) + minute * 60_000).toISOString();
        return [ticket, isNamed || i === 0 ? service : "", at, state, severity].join(",");
      }),
    );

const anyLog = fc
  .tuple(...["A", "B", "C", "D"].map((name, i) => anyTicket(name, i % 2 ? "Quick" : "SLOW")))
  .chain((tickets) => {
    const rows = tickets.flat();
    const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length });
    return shuffled.map((all) => ({ all, slow: [0, 2], quick: [1, 3], tickets }));
  });

describe("a shuffled log of two services, judged as a desk", () => {
  it("has the verdicts of each service judged alone", async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, async ({ all, tickets, slow, quick }) => {
        const together = await verdictsOf(all, POLICIES);
        const own = (places: readonly number[]) => {
          const names = new Set(places.flatMap((place) => tickets[place] ?? []));
          return all.filter((row) => names.has(row));
        };
        const [one, other] = [
          await verdictsOf(own(slow), [SLOW]),
          await verdictsOf(own(quick), [QUICK]),
        ];
        expect([...together.byTicket.keys()].sort()).toEqual(
          [...one.byTicket.keys(), ...other.byTicket.keys()].sort(),
        );
        for (const [ticket, row] of [...one.byTicket, ...other.byTicket]) {
          expect(together.byTicket.get(ticket)).toEqual(row);
        }
        expect(together.used).toBe(one.used + other.used);
      }),
      { numRuns: 60 },
    );
  });

  it("counts every row once, if no policy is for some tickets", async () => {
    const stranger = ["E,other,2026-06-01T08:00:00Z,New,1", "E,,2026-06-01T09:00:00Z,Resolved,1"];
    await fc.assert(
      fc.asyncProperty(anyLog, async ({ all }) => {
        const rows = [...stranger, ...all];
        const { byTicket, refused, used, rows: count } = await verdictsOf(rows, POLICIES);
        expect(byTicket.has("E")).toBe(false);
        expect({ count, refused, used }).toEqual({
          ...{ count: rows.length, refused: 2, used: rows.length - 2 },
        });
      }),
      { numRuns: 20 },
    );
  });
});
