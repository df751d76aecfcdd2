/** May I escalate yet? The grounds for an escalation, and which of them hold. */
import { nhsmail } from "../src/index";
import { ask, history, instant, when } from "./ask";

ask({
  name: "may-i-escalate",
  description: "Whether an NHSmail incident may be escalated, and why.",
  takes: (command) =>
    command
      .argument("[history]", "its events, as instant=state,instant=state", "2026-11-16T09:00=new")
      .option("--as-of <instant>", "when to judge", "2026-11-19T09:00")
      .option("--close-to <share>", "the share of the 48 hours that is close to a breach", "0.9"),
  answer: (command) => {
    const { asOf, closeTo } = command.opts<{ asOf: string; closeTo: string }>();
    const sla = nhsmail();
    const reading = sla.targets.incidentResolution.track(
      history(String(command.processedArgs[0])),
      {
        asOf: instant(asOf),
      },
    );
    const verdict = sla.eligibility.escalation({
      reading,
      parameters: { closeToBreach: Number(closeTo) },
    });
    return [
      verdict.eligible ? "Yes:" : "Not yet:",
      ...verdict.reasons.map((reason) => `  ${reason}`),
      `It is due ${when(reading.dueAt ?? reading.projectedDueAt)}.`,
    ];
  },
});
