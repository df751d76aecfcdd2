import type { ClockState } from "../../sla/clock/saved-clock";
import { explain } from "../../sla/reading/explain";
import { readingFromJSON } from "../../sla/reading/from-json";
import { historyColumns } from "../../sla/target/columns";
import type { Target } from "../../sla/target/target";
import { alike, is, same } from "../claims";
import { read, slaLaw } from "../sla-law";
import { ofColumns, ofNumbers, ofReading, unitOf } from "./reading-numbers";

/** Laws about the forms that a reading comes in. */
export const formLaws = [
  slaLaw(
    "bulk",
    "trackMany gives the numbers that track gives, as a list and in columns, of one ticket beside others",
    ({ target, tickets, forAll }) => {
      forAll(tickets, (ticket) => {
        const { asOf } = ticket;
        const example = { ticket: "example", events: ticket.events };
        // The same ticket with less of its history, before it and after it.
        const shorter = { ticket: "shorter", events: ticket.events.slice(0, 1) };
        const histories = [shorter, example, { ...shorter, ticket: "shorter again" }, example];
        const listed = [...target.trackMany(histories, { asOf })];
        const reading = read(target, ticket);
        const inList = (place: number) =>
          listed[place]?.error === null ? ofNumbers(listed[place]) : {};
        alike({
          "from track": ofReading(reading),
          "from trackMany of a list": inList(1),
          "from trackMany of a list, once more": inList(3),
        });
        const first = { events: shorter.events, asOf };
        alike({
          "from track of its first event": ofReading(read(target, first)),
          "from trackMany of a list": inList(0),
          "from trackMany of a list, after the ticket": inList(2),
        });
        // Columns have no place for fields.
        if (ticket.events.some(({ fields }) => fields !== undefined)) return;
        const columns = target.trackMany(historyColumns(histories), { asOf });
        alike({
          "from track": ofReading(reading),
          "from trackMany of columns": ofColumns(columns, 1, unitOf(reading)),
          "from trackMany of columns, once more": ofColumns(columns, 3, unitOf(reading)),
        });
      });
    },
  ),

  slaLaw(
    "follow",
    "a clock that takes events one by one, saved and restored before each, reads what track reads",
    ({ target, tickets, forAll }) => {
      forAll(tickets, (ticket) => {
        const happened = ticket.events.filter(({ at }) => at <= ticket.asOf);
        let saved: ClockState | undefined;
        for (const event of [...happened].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
          const clock = follow(target, saved);
          clock.take(event);
          // What a clock saves is JSON.
          saved = JSON.parse(JSON.stringify(clock.save())) as ClockState;
        }
        alike({
          "from track": read(target, ticket),
          "from follow": follow(target, saved).read(ticket.asOf),
        });
      });
    },
  ),

  slaLaw(
    "late-events",
    "a clock that replays late events reads what track reads, in whatever order they come",
    ({ target, tickets, forAll }) => {
      forAll(tickets, (ticket) => {
        const clock = follow(target, undefined);
        for (const event of ticket.events.filter(({ at }) => at <= ticket.asOf)) {
          clock.take(event, { late: "replay" });
        }
        alike({ "from track": read(target, ticket), "from follow": clock.read(ticket.asOf) });
      });
    },
  ),

  slaLaw(
    "follow-numbers",
    "a clock that keeps no working, saved and restored before each event, reads the numbers that track reads",
    ({ target, tickets, forAll }) => {
      forAll(tickets, (ticket) => {
        const happened = ticket.events.filter(({ at }) => at <= ticket.asOf);
        let saved: ClockState | undefined;
        for (const event of [...happened].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
          const clock = target.follow(saved === undefined ? {} : { from: saved });
          clock.take(event);
          // What a clock saves is JSON.
          saved = JSON.parse(JSON.stringify(clock.save())) as ClockState;
        }
        const clock = target.follow(saved === undefined ? {} : { from: saved });
        alike({
          "from track": ofReading(read(target, ticket)),
          "from follow": ofReading(clock.read(ticket.asOf)),
        });
      });
    },
  ),

  slaLaw(
    "immutable",
    "a reading is frozen in all its parts, can be written as JSON and read again, and can be explained",
    ({ target, tickets, forAll }) => {
      forAll(tickets, (ticket) => {
        const reading = read(target, ticket);
        const { warnings, cycles, segments } = reading;
        const parts = [reading, warnings, cycles, segments, ...warnings, ...cycles, ...segments];
        is("all its parts are frozen", parts.every(Object.isFrozen), true);
        const json = JSON.stringify(reading);
        const again = readingFromJSON(JSON.parse(json));
        same({ "its JSON": json, "that of what readingFromJSON reads": JSON.stringify(again) });
        const title = `example: ${target.title}`;
        is("how its explanation begins", explain(reading).slice(0, title.length), title);
      });
    },
  ),
] as const;

function follow(target: Target, from: ClockState | undefined) {
  const keepWorking = true;
  return target.follow({ ticket: "example", keepWorking, ...(from === undefined ? {} : { from }) });
}
