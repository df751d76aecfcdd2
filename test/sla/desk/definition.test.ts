import { describe, expect, it } from "vitest";
import { defineDesk } from "../../../src/index";
import { untyped, wordForWord } from "../../reference/refusals";
import { within } from "./helpdesk";

describe("the definition of a desk", () => {
  const policy = within("a", 1);
  const made = (desk: unknown) => untyped((given) => defineDesk(given), desk);

  wordForWord([
    [
      "is not text",
      made("desk"),
      "definition-invalid",
      'The desk has 1 problem:\n  (the whole): "desk" given; expected a desk',
    ],
    [
      "names every part that is wrong",
      made({
        id: "",
        timeZone: "Europe/Londn",
        policies: [
          5,
          { policy, options: 5 },
          { policy, when: { customer: [] } },
          { policy, when: 5 },
          { policy, from: "2026-02-30", until: "soon" },
          { policy: 7 },
        ],
      }),
      "definition-invalid",
      [
        'The desk "" has 9 problems:',
        '  id: "" given; expected a name',
        '  timeZone: "Europe/Londn" given; expected an IANA zone',
        '  policies[0]: 5 given; expected { "policy": { … } }, with "when", "from" and "until" where they matter',
        "  policies[1].options: 5 given; expected options by name",
        "  policies[2].when.customer: [] given; expected at least one value",
        "  policies[3].when: 5 given; expected lists of values by field",
        '  policies[4].from: "2026-02-30" given; expected a date that exists, as "2026-12-25"',
        '  policies[4].until: "soon" given; expected a date that exists, as "2026-12-25"',
        "  policies[5].policy: 7 given; expected a policy, or the name of a service",
      ].join("\n"),
    ],
    [
      "has a zone that is a number",
      made({ timeZone: 5, policies: [{ policy }] }),
      "definition-invalid",
      "The desk has 1 problem:\n  timeZone: 5 given; expected an IANA zone",
    ],
    [
      "has dates the wrong way round",
      made({ id: "d", policies: [{ policy, from: "2026-02-02", until: "2026-02-01" }] }),
      "definition-invalid",
      'The desk "d" has 1 problem:\n  policies[0].until: "2026-02-01" given; expected a date that is not before "from"',
    ],
  ]);

  it.each([
    ["a last date alone", { until: "2026-02-01" }],
    ["a first date alone", { from: "2026-02-01" }],
    ["a single date", { from: "2026-02-01", until: "2026-02-01" }],
    ["a first date and a later last one", { from: "2026-02-01", until: "2026-02-02" }],
    ["no date", {}],
  ])("may give a policy %s", (_, dates) => {
    expect(defineDesk({ policies: [{ policy, ...dates }] }).toJSON().policies[0]).toMatchObject(
      dates,
    );
  });
});
