/** When do the reminders go out? The chain that a request for information begins. */
import { nhsmail } from "../src/index";
import { ask, instant, when } from "./ask";

ask({
  name: "reminders",
  description: "When NHSmail reminds a user who does not answer, and resolves the ticket.",
  takes: (command) =>
    command
      .argument("[sent]", "when the request was sent", "2026-12-23T11:30")
      .option("--answered <instant>", "when the user answered"),
  answer: (command) => {
    const answered: unknown = command.opts()["answered"];
    const until = typeof answered === "string" ? { until: instant(answered) } : {};
    const sentAt = instant(String(command.processedArgs[0]));
    return nhsmail()
      .milestones.informationRequest(sentAt, until)
      .map(({ title, at, clause }) => `${when(at)}  ${title} (${clause})`);
  },
});
