/** May I escalate yet? The grounds for an escalation, and which of them hold. */
import { InvalidArgumentError } from "commander";
import { nhsmail } from "../src/index";
import { ask, history, instant, when } from "./ask";

/** A share of the 48 hours. */
function share(text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError("Give a share from 0 to 1, such as 0.9 for 90 %.");
}

ask({
  name: "may-i-escalate",
  description: "Whether an NHSmail incident may be escalated, and why.",
  takes: (command) =>
    command
      .argument("[history]", "its events, as instant=state,instant=state", "2026-11-16T09:00=new")
      .option("--as-of <instant>", "when to judge", "2026-11-19T09:00")
      .option("--close-to <share>", "what is close to a breach, from 0 to 1", share, 0.9),
  answer: (command) => {
    const { asOf, closeTo } = command.opts<{ asOf: string; closeTo: number }>();
    const sla = nhsmail();
    const reading = sla.targets.incidentResolution.track(
      history(String(command.processedArgs[0])),
      {
        asOf: instant(asOf),
      },
    );
    const verdict = sla.eligibility.escalation({
      reading,
      parameters: { closeToBreach: closeTo },
    });
    return [
      verdict.eligible ? "Yes:" : "Not yet:",
      ...verdict.reasons.map((reason) => `  ${reason}`),
      `It is due ${when(reading.dueAt ?? reading.projectedDueAt)}.`,
    ];
  },
});
