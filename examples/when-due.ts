/** When is it due? The targets of both service desks, from one start. */
import { nhsLogin, nhsmail } from "../src/index";
import { ask, instant, when } from "./ask";

ask({
  name: "when-due",
  description: "When incidents opened at an instant are due, at NHSmail and at NHS login.",
  takes: (command) => command.argument("[opened]", "when it was opened", "2026-12-24T16:00"),
  answer: ({ processedArgs: [opened] }) => {
    const at = instant(String(opened));
    const login = nhsLogin().targets.incidentResolution;
    return [
      `NHSmail incident      ${when(nhsmail().targets.incidentResolution.due(at))}`,
      ...["1", "2", "3", "4", "5"].map(
        (severity) => `NHS login severity ${severity}  ${when(login.due(at, { severity }))}`,
      ),
    ];
  },
});
