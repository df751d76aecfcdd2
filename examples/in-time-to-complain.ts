/** Am I in time to complain? Patient Access's window, from the incident or from its discovery. */
import { patientAccess } from "../src/index";
import { ask, instant, when } from "./ask";

ask({
  name: "in-time-to-complain",
  description: "Whether a complaint to Patient Access is in time.",
  takes: (command) =>
    command
      .argument("[incident]", "when it happened", "2026-08-31T10:00")
      .argument("[complaint]", "when the complaint is made", "2027-05-04T09:00")
      .option("--discovered <instant>", "when the problem was discovered", "2026-12-31T10:00"),
  answer: (command) => {
    const [incident, complaint] = command.processedArgs.map((text) => instant(String(text)));
    if (incident === undefined || complaint === undefined) return [];
    const discovery = instant(String(command.opts()["discovered"]));
    const window = patientAccess().windows.complaint({ incident, discovery }, { asOf: complaint });
    return [
      window.isOpen ? "Yes, it is in time." : "No, it is too late.",
      ...window.ways.map(
        ({ from, closesAt }) => `  counted from ${from.join(" and ")}: until ${when(closesAt)}`,
      ),
    ];
  },
});
