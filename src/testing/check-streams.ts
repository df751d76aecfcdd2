import fc from "fast-check";
import { checkSlaGiven } from "../sla/given-sla";
import type { SlaNames } from "../sla/names";
import type { Sla } from "../sla/sla";
import type { BulkResult } from "../sla/target/run";
import { type AskedTarget, askedTarget } from "./arbitraries/asked-target";
import { anyTicketOf, type ExampleTicket } from "./arbitraries/tickets";
import { alike } from "./claims";
import { ofNumbers, type ReadingNumbers } from "./laws/reading-numbers";
import { lawOptions, type SlaLawOptions } from "./options";
import { subjectOf, targetsOf } from "./sla-law";
import { effortOf, tryAsync } from "./trial";

/** How long the check of all targets goes on by default, in milliseconds. */
const STREAMS_MS = 3_000;

/**
 * Tries on every target of a policy that `trackStream` says of each ticket what `trackMany` says, for a target and
 * for the whole policy. It stands beside {@link slaLaws}, since a stream is read asynchronously.
 *
 * @param sla made by `defineSla`, or from the catalogue
 * @param options the same as for {@link checkSla}
 * @throws {LawError} with the fewest tickets found of which the two differ.
 * @throws {CoreHoursError} as {@link checkSla} does.
 * @example await checkStreams(nhsmail(), { targets: ["incidentResolution"] }); // returns, or throws
 */
export async function checkStreams<N extends SlaNames>(
  sla: Sla<N>,
  options?: SlaLawOptions<N["targets"]>,
): Promise<void> {
  checkSlaGiven(sla, "checkStreams");
  const checked = lawOptions(options, "checkStreams", ["targets"]);
  const names = targetsOf(sla, checked.targets);
  const effort = effortOf(checked, STREAMS_MS, names.length);
  for (const id of names) {
    const asked = askedTarget(sla, id, checked);
    await tryAsync(
      {
        name: "stream",
        title:
          "trackStream gives the numbers that trackMany gives, for a target and for its policy",
        examples: fc.array(anyTicketOf(asked, true), { minLength: 1, maxLength: 3 }),
        holds: (tickets) => streamsAlike(sla, asked, tickets),
        shown: (tickets) => ({ tickets }),
        asShown: ticketsOf,
      },
      subjectOf(sla, id, asked.calendars),
      effort,
    );
  }
}

/** The tickets of an example that was saved. */
function ticketsOf(saved: object): readonly ExampleTicket[] | undefined {
  if (!("tickets" in saved && Array.isArray(saved.tickets))) return undefined;
  // They are what an error of this law showed.
  return saved.tickets as readonly ExampleTicket[];
}

async function streamsAlike(
  sla: Sla,
  { target }: AskedTarget,
  tickets: readonly ExampleTicket[],
): Promise<void> {
  const asOf = tickets[0]?.asOf ?? "";
  const histories = tickets.map(({ events }, i) => ({ ticket: `T-${i + 1}`, events }));
  const log = histories
    .flatMap(({ ticket, events }) => events.map((event) => ({ ticket, ...event })))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const ofTarget: BulkResult[] = [];
  for await (const result of target.trackStream(log, { asOf })) ofTarget.push(result);
  const ofPolicy: BulkResult[] = [];
  for await (const result of sla.trackStream(log, { asOf, targets: [target.id] })) {
    ofPolicy.push(result);
  }
  for (const expected of target.trackMany(histories, { asOf })) {
    const { ticket } = expected;
    alike({
      [`from trackMany of ${ticket}`]: numbersOf(expected),
      "from trackStream": numbersOf(ofTarget.find((each) => each.ticket === ticket)),
      "from trackStream of the policy": numbersOf(ofPolicy.find((each) => each.ticket === ticket)),
    });
  }
}

/** The numbers of a result, or the code of the error in their place. */
function numbersOf(result: BulkResult | undefined): ReadingNumbers {
  if (!result) return {};
  return result.error === null ? ofNumbers(result) : { error: result.error.code };
}
