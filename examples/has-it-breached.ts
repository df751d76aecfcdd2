/** Has it breached? One ticket's verdict with its working. */
import { explain, nhsmail } from "../src/index";
import { ask, history, instant } from "./ask";

ask({
  name: "has-it-breached",
  description: "Whether an NHSmail incident has breached its 48 core hours, with the working.",
  takes: (command) =>
    command
      .argument(
        "[history]",
        "its events, as instant=state,instant=state",
        "2026-12-23T15:00=new,2026-12-24T10:00=awaiting-user-info,2026-12-29T10:00=in-progress",
      )
      .option("--as-of <instant>", "when to judge", "2027-01-04T09:00"),
  answer: (command) => {
    const { incidentResolution } = nhsmail().targets;
    const events = history(String(command.processedArgs[0]));
    const asOf = instant(String(command.opts()["asOf"]));
    return explain(incidentResolution.track(events, { asOf })).split("\n");
  },
});
