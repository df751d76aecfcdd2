import { describe, expect, it } from "vitest";
import { defineDesk, SERVICES } from "../../../src/index";
import { DefinitionError } from "../../../src/input/problems";
import { policyOfRow } from "../../../src/sla/desk/named-services";
import { CoreHoursError } from "../../../src/timeline";
import { wordForWord } from "../../reference/refusals";
import { within } from "./helpdesk";

const NAMES = "nhsmail, nhs-login, gpsoc, patient-access";
/** A service that cannot be made from its options, for a reason of its own. */
const failing = (error: Error) => ({
  id: "mine",
  define: () => {
    throw error;
  },
});

describe("the service that a row of a desk names", () => {
  it("gets the options of the row", () => {
    const given: unknown[] = [];
    const mine = {
      id: "mine",
      define: (options?: object) => {
        given.push(options);
        return { toJSON: () => within("made", 4) };
      },
    };
    expect(policyOfRow({ policy: "mine", options: { a: 1 } }, [mine]).id).toBe("made");
    policyOfRow({ policy: "mine" }, [mine]);
    expect(given).toEqual([{ a: 1 }, undefined]);
  });

  wordForWord([
    [
      "is one that is near in spelling",
      () => policyOfRow({ policy: "nhslogin" }, SERVICES),
      "definition-invalid",
      `The desk has 1 problem:\n  policy: "nhslogin" given; expected a policy, or the name of a service: ${NAMES}; did you mean "nhs-login"?`,
    ],
    [
      "is none that is near in spelling",
      () => policyOfRow({ policy: "telephony" }, SERVICES),
      "definition-invalid",
      `The desk has 1 problem:\n  policy: "telephony" given; expected a policy, or the name of a service: ${NAMES}`,
    ],
    [
      "is not known, since the desk is given no services",
      () => policyOfRow({ policy: "nhsmail" }, []),
      "definition-invalid",
      'The desk has 1 problem:\n  policy: "nhsmail" given; expected a policy. A service may be named if defineDesk is given them: defineDesk(desk, { services: SERVICES })',
    ],
    [
      "has options that its definition refuses",
      () => {
        const problems = [{ path: ["fixTimes", 0], message: "missing" }];
        policyOfRow({ policy: "mine" }, [failing(new DefinitionError("policy", problems))]);
      },
      "definition-invalid",
      "The desk has 1 problem:\n  options.fixTimes[0]: missing",
    ],
    [
      "has options that it refuses itself",
      () => {
        const error = new CoreHoursError("option-invalid", "7 is not a day.");
        policyOfRow({ policy: "mine" }, [failing(error)]);
      },
      "definition-invalid",
      "The desk has 1 problem:\n  options: mine: 7 is not a day.",
    ],
    [
      "is not named, but its options are given",
      () => policyOfRow({ policy: within("a", 1), options: {} }, SERVICES),
      "definition-invalid",
      "The desk has 1 problem:\n  options: options are for a service that is named; a policy states its own choices",
    ],
  ]);

  it("throws its own faults as they are", () => {
    const fault = new TypeError("a fault of the service");
    const services = [failing(fault)];
    expect(() => defineDesk({ policies: [{ policy: "mine" }] }, { services })).toThrow(fault);
  });
});
