/** Was last month's availability met? NHS login's 99.5 %, with the 58 minutes beside it. */
import { nhsLogin } from "../src/index";
import { ask, instant, when } from "./ask";

ask({
  name: "availability",
  description: "Whether NHS login was as available in a month as its service level promises.",
  takes: (command) =>
    command
      .argument("[month]", "the month", "2026-10")
      .option(
        "--outages <from/to,...>",
        "when it was down",
        "2026-10-12T08:40/2026-10-12T09:25,2026-10-23T17:45/2026-10-23T19:00",
      )
      .option("--maintenance <from/to,...>", "when that was planned", ""),
  answer: (command) => {
    const { outages, maintenance } = command.opts<{ outages: string; maintenance: string }>();
    const result = nhsLogin().availability.service({
      month: String(command.processedArgs[0]),
      outages: spans(outages),
      maintenance: spans(maintenance),
    });
    const minutes = (length: { as: (unit: "minutes") => number } | null) => length?.as("minutes");
    return [
      `${result.month}: ${result.met ? "met" : "not met"}, ${result.uptimePercent.toFixed(3)} % up`,
      `lost ${minutes(result.lost)} of ${minutes(result.promised)} minutes of business support hours`,
      `99.5 % allows ${minutes(result.allowance)} minutes: ${result.metByPercentage ? "met" : "not met"}`,
      `the fixed figure allows ${minutes(result.fixedAllowance)} minutes: ${result.metByFixed ? "met" : "not met"}`,
      ...result.outages.map(
        ({ from, lost, share }) =>
          `  ${when(from)}  ${minutes(lost)} minutes lost, ${(share * 100).toFixed(0)} %`,
      ),
    ];
  },
});

function spans(text: string) {
  return text
    .split(",")
    .filter((span) => span !== "")
    .map((span) => {
      const [from = "", to = ""] = span.split("/");
      return { from: instant(from), to: instant(to) };
    });
}
