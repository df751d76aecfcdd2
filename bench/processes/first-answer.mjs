// The first answer: everything from the start of the process to one due date.
import { nhsmail } from "../../dist/index.js";

const due = nhsmail().targets.incidentResolution.due("2026-12-23T15:00:00Z");
if (due.toMillis() !== Date.parse("2026-12-30T18:00:00Z")) throw new Error(`due ${due}`);
