import { describe } from "vitest";
import { untyped, wordForWord } from "../../reference/refusals";
import { desk } from "./helpdesk";

describe("a desk asks for targets that one of its policies has", () => {
  const asking = (targets: unknown) =>
    untyped((given) => desk.trackMany([], given), { asOf: 0, targets });
  const KNOWN = "is not a target of any policy of the desk; the known names are fix, reply";

  wordForWord([
    [
      "and not for text",
      asking("fix"),
      "option-invalid",
      '"fix" given as "targets"; give a list, which may be empty.',
      { option: "targets", given: '"fix"' },
    ],
    [
      "and not for an object",
      asking({ fix: true }),
      "option-invalid",
      '{"fix":true} given as "targets"; give a list, which may be empty.',
    ],
    [
      "and says which was meant",
      asking(["fix", "repyl"]),
      "option-invalid",
      '"repyl" is not a target of any policy of the desk; did you mean "reply"?',
      { option: "targets", given: "repyl", meant: "reply" },
    ],
    ["and names each once", asking(["close"]), "option-invalid", `"close" ${KNOWN}`],
    ["and not for null", asking([null]), "option-invalid", `"null" ${KNOWN}`],
    ["and not for a hole", asking(Array(1)), "option-invalid", `"undefined" ${KNOWN}`],
    ["and not for a list", asking([["fix"]]), "option-invalid", `"["fix"]" ${KNOWN}`],
  ]);
});
