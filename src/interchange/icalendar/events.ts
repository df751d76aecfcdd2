import { DefinitionError, type DefinitionProblem } from "../../input/problems";
import { show } from "../../input/show";
import { CoreHoursError } from "../../timeline";
import { type NumberedLine, textOf, unfolded } from "./text";

/** The name of the input, for errors. */
export const WHAT = "iCalendar file";

/** A property of an event, such as `DTSTART;VALUE=DATE:20261225`. */
export interface Property {
  /** In capitals. */
  readonly name: string;
  /** By their names in capitals. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
  /** The number of its line. */
  readonly line: number;
}

/** An event as it is written. */
export interface RawEvent {
  /** Which of the file's events it is, from 0. */
  readonly index: number;
  /** The number of its first line. */
  readonly line: number;
  readonly properties: readonly Property[];
}

/**
 * The events of an iCalendar file, in their order, without the components nested within them.
 *
 * @throws {DefinitionError} if it is not iCalendar, or is cut short.
 */
export function eventsIn(file: string | Uint8Array): readonly RawEvent[] {
  const events: { index: number; line: number; properties: Property[] }[] = [];
  /** The components that have begun, the innermost last. */
  const open: { readonly name: string; readonly line: number }[] = [];
  let calendars = 0;
  for (const line of unfolded(read(file))) {
    if (line.text.trim() === "") continue;
    const property = propertyIn(line);
    const name = property.value.trim().toUpperCase();
    if (property.name === "BEGIN") {
      if ((open.length === 0) !== (name === CALENDAR)) throw outside(line);
      if (name === EVENT && open.at(-1)?.name !== CALENDAR) {
        throw refused(line.number, `an event within ${open.at(-1)?.name}; expected END before it`);
      }
      if (name === CALENDAR) calendars++;
      open.push({ name, line: line.number });
      if (name === EVENT) events.push({ index: events.length, line: line.number, properties: [] });
    } else if (property.name === "END") {
      const last = open.pop();
      if (last?.name !== name) throw refused(line.number, unbalanced(name, last));
    } else if (open.length === 0) {
      throw outside(line);
    } else if (open.at(-1)?.name === EVENT) {
      events.at(-1)?.properties.push(property);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) {
    throw refused(unclosed.line, `${unclosed.name} has no END; the file may be cut short`);
  }
  if (calendars === 0) throw refused(1, `expected BEGIN:${CALENDAR}; the file is empty`);
  return events;
}

const CALENDAR = "VCALENDAR";
const EVENT = "VEVENT";

function read(file: unknown): string {
  if (typeof file === "string") return file;
  if (file instanceof Uint8Array) return textOf(file);
  throw new CoreHoursError(
    "option-invalid",
    `${show(file)} is not an iCalendar file; give its text, or its bytes as a Uint8Array.`,
    { option: "file", given: show(file) },
  );
}

/** A name, parameters whose values may be quoted, and a value. */
function propertyIn(line: NumberedLine): Property {
  const { text } = line;
  const head = /^[A-Za-z0-9-]+/.exec(text)?.[0] ?? "";
  const parameters = new Map<string, string>();
  let at = head.length;
  while (head !== "" && text[at] === ";") {
    PARAMETER.lastIndex = at;
    const found = PARAMETER.exec(text);
    if (!found) break;
    const [whole, name = "", value = ""] = found;
    parameters.set(name.toUpperCase(), value.replaceAll('"', ""));
    at += whole.length;
  }
  if (head === "" || text[at] !== ":") {
    const message = `${show(text)} given; expected a line such as DTSTART;VALUE=DATE:20261225`;
    throw refused(line.number, message);
  }
  return { name: head.toUpperCase(), parameters, value: text.slice(at + 1), line: line.number };
}

const PARAMETER = /;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)/y;

function outside({ text, number }: NumberedLine): DefinitionError {
  return refused(number, `${show(text)} given; expected BEGIN:${CALENDAR} before it`);
}

function unbalanced(name: string, last: { readonly name: string } | undefined): string {
  const before = last ? `END:${last.name} before it` : "its BEGIN before it";
  return `END:${show(name)} given; expected ${before}`;
}

function refused(line: number, message: string): DefinitionError {
  return new DefinitionError(WHAT, [{ path: ["line", line], message }]);
}

/** A problem of an event, with where it stands: its place among the events, its property, its line. */
export function problemOf(
  event: RawEvent,
  property: Property | string,
  message: string,
): DefinitionProblem {
  const isWritten = typeof property !== "string";
  const [name, line] = isWritten ? [property.name, property.line] : [property, event.line];
  const title = titleOf(event);
  const which = title === undefined ? "" : `, ${show(title)}`;
  return { path: ["events", event.index, name], message: `line ${line}${which}: ${message}` };
}

/** The properties of one name. */
export function propertiesOf(event: RawEvent, name: string): readonly Property[] {
  return event.properties.filter((property) => property.name === name);
}

/** The name of an event; undefined if it has none. */
export function titleOf(event: RawEvent): string | undefined {
  const text = textIn(propertiesOf(event, "SUMMARY")[0]);
  return text === "" ? undefined : text;
}

/** The text of a property, its escapes read; empty without a property. */
export function textIn(property: Property | undefined): string {
  const value = property?.value ?? "";
  return value
    .replace(/\\([\\;,nN])/g, (_, escaped: string) => (/n/i.test(escaped) ? "\n" : escaped))
    .trim();
}
