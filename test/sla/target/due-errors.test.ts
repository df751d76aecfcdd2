import { describe } from "vitest";
import { deskTarget, mon, tue } from "../../reference/desk";
import { untyped, wordForWord } from "../../reference/refusals";

/**
 * Every error of the layer, word for word. A person has nothing to go by but what was given, what was
 * expected and what to do, so these tests fail on any change to them.
 */

const graded = deskTarget(
  { allowance: { "1": { hours: 4, calendar: "office" }, "2": { hours: 8, calendar: "office" } } },
  { severities: ["1", "2", "3"] },
);
const plain = deskTarget({ allowance: { hours: 4, calendar: "office" } });
const open = { at: mon("09:00"), state: "open", severity: "1" };

const asOf = tue("12:00");

describe("the plain question", () => {
  wordForWord([
    [
      "without the severity it takes",
      () => graded.due(open.at),
      "severity-missing",
      'Target "fix" needs a severity; it has allowances for 1, 2.',
      { target: "fix", given: null },
    ],
    [
      "for a severity without an allowance",
      () => graded.due(open.at, { severity: "3" }),
      "severity-without-allowance",
      'Target "fix" has no allowance for severity "3"; it has allowances for 1, 2.',
      { target: "fix", given: "3" },
    ],
    [
      "for an unknown severity",
      () => graded.due(open.at, { severity: "toString" }),
      "severity-unknown",
      'Target "fix": unknown severity "toString"; the policy has "1", "2", "3".',
      { given: "toString" },
    ],
    [
      "with options that are text",
      untyped((options) => graded.due(open.at, options), "1"),
      "options-invalid",
      '"1" is not an object of options; give one such as { asOf: "2026-11-20T16:30:00Z" }.',
      { given: '"1"' },
    ],
    [
      "with an unknown choice",
      untyped((atDue) => plain.track([], { asOf, atDue }), "late"),
      "option-invalid",
      '"late" is not a atDue; give one of "met", "breached".',
      { option: "atDue", given: '"late"', expected: ["met", "breached"] },
    ],
    [
      "with an unknown change of severity",
      untyped((onSeverityChange) => plain.track([], { asOf, onSeverityChange }), "keep"),
      "option-invalid",
      '"keep" is not a onSeverityChange; give one of "carry-elapsed", "retroactive", "restart".',
      { option: "onSeverityChange" },
    ],
    [
      "with an unknown re-opening",
      untyped((onReopen) => plain.track([], { asOf, onReopen }), "again"),
      "option-invalid",
      '"again" is not a onReopen; give one of "resume", "continue", "restart", "new-cycle", "first-only".',
      { option: "onReopen" },
    ],
  ]);
});
