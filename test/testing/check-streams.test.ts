import { describe, expect, it } from "vitest";
import {
  defineSla,
  nhsLogin,
  nhsmail,
  patientAccess,
  type Sla,
  type Target,
} from "../../src/index";
import { checkStreams, LawError } from "../../src/testing";
import { wrongSla } from "./planted/broken";
import { WRONG_STREAMS } from "./planted/streams";
import { YEARS } from "./planted/subjects";

const sla = defineSla({
  id: "desk",
  calendars: { office: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } } },
  severities: ["1", "2"],
  targets: {
    fix: {
      allowance: { "1": { hours: 4, calendar: "office" }, "2": null },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
      onReopen: "new-cycle",
      pauseLimit: { hours: 2, calendar: "office" },
    },
  },
});
const fix: Target = sla.targets.fix;
const options = { numRuns: 60, seed: 3 } as const;

describe("checkStreams", () => {
  it.each<Sla>([sla, nhsmail(), nhsLogin(), patientAccess()])(
    "finds nothing against $id",
    async (right) => {
      await checkStreams(right, { numRuns: 10, seed: 1 });
    },
  );

  it.each(Object.entries(WRONG_STREAMS))("finds that %s", async (_, wrong) => {
    await expect(checkStreams(wrong, { ...options, ...YEARS })).rejects.toThrow(LawError);
  });

  it("finds a target whose stream loses a ticket", async () => {
    const wrong = wrongSla(sla, fix, {
      async *trackStream(events, given) {
        let isFirst = true;
        for await (const result of fix.trackStream(events, given)) {
          if (!isFirst) yield result;
          isFirst = false;
        }
      },
    });
    await expect(checkStreams(wrong, options)).rejects.toThrow(
      /^The target "fix" of policy "desk" breaks a law: trackStream gives the numbers/,
    );
  });

  it("finds a target whose stream forgets who is told what", async () => {
    const wrong = wrongSla(sla, fix, {
      trackStream: (events, given) => {
        const all = [...(events as Iterable<{ readonly ticket: string }>)];
        return fix.trackStream(all.map((event) => ({ ...event, ticket: "T-1" })) as never, given);
      },
    });
    await expect(checkStreams(wrong, options)).rejects.toThrow("from trackMany of T-2");
  });

  it("finds a policy whose stream stops reading a day early", async () => {
    const wrong = {
      ...sla,
      trackStream: (events, given) =>
        sla.trackStream(events, { ...given, asOf: new Date(Date.parse(`${given.asOf}`) - 864e5) }),
    } satisfies typeof sla;
    await expect(checkStreams(wrong, options)).rejects.toThrow("from trackStream of the policy");
  });

  it("refuses a target that the policy does not have", async () => {
    await expect(checkStreams(sla, { targets: ["fixx" as "fix"] })).rejects.toThrow('"fixx"');
    await expect(checkStreams(sla, { targets: [] })).rejects.toThrow("no law was tried");
  });
});
