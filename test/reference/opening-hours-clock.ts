/**
 * OpenStreetMap opening hours, evaluated plainly from the specification, half hour by half hour: the
 * slow obvious version that judges what is imported. It shares nothing with the library.
 *
 * Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification: a normal rule
 * overwrites those before it on the whole of its days, an additional one adds to them, one that is
 * closed takes its times away; times after midnight belong to the day after for all of this.
 */
import fc from "fast-check";

/** Half hours of a day. */
export const SLOTS = 48;

/** A rule; days are counted from the first of the example, a Monday. */
export interface PlainRule {
  readonly isAdditional: boolean;
  readonly isOff: boolean;
  readonly dates: readonly [from: number, to: number] | null;
  readonly weekdays: readonly number[];
  readonly holidays: "no" | "too" | "among";
  /** In half hours, up to those of two days. */
  readonly times: readonly (readonly [open: number, close: number])[];
}

/** Whether it is open in a half hour of a day, by the letter of the specification. */
export function isOpenAt(
  rules: readonly PlainRule[],
  isHoliday: (day: number) => boolean,
  day: number,
  slot: number,
): boolean {
  let open = false;
  for (const rule of rules) {
    const isToday = isAbout(rule, day, isHoliday(day));
    const wasToday = isAbout(rule, day - 1, isHoliday(day - 1));
    const covered = (isToday && covers(rule, slot)) || (wasToday && covers(rule, slot + SLOTS));
    if (rule.isOff) open &&= !covered;
    else if (isToday && !rule.isAdditional) open = covered;
    else open ||= covered;
  }
  return open;
}

function isAbout({ dates, weekdays, holidays }: PlainRule, day: number, isHoliday: boolean) {
  if (dates && (day < dates[0] || day > dates[1])) return false;
  const isOfWeek = weekdays.includes(((day % 7) + 7) % 7);
  if (holidays === "among") return isHoliday && (weekdays.length === 0 || isOfWeek);
  if (holidays === "too") return isHoliday || isOfWeek;
  return weekdays.length === 0 || isOfWeek;
}

function covers({ times }: PlainRule, slot: number): boolean {
  if (times.length === 0) return slot < SLOTS;
  return times.some(([open, close]) => open <= slot && slot < close);
}

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The rules as text, the first day being a date. */
export function textOf(rules: readonly PlainRule[], firstMs: number): string {
  return rules
    .map((rule, i) => `${i === 0 ? "" : rule.isAdditional ? ", " : "; "}${ruleText(rule, firstMs)}`)
    .join("");
}

function ruleText({ isOff, dates, weekdays, holidays, times }: PlainRule, firstMs: number) {
  const names = weekdays.map((day) => DAYS[day]).join(",");
  const days = {
    no: names,
    too: names === "" ? "PH" : `PH,${names}`,
    among: names === "" ? "PH" : `PH ${names}`,
  }[holidays];
  const parts = [
    dates ? `${dateText(firstMs, dates[0])}-${dateText(firstMs, dates[1])}` : "",
    days,
    times.map(([open, close]) => `${timeText(open)}-${timeText(close)}`).join(","),
    isOff ? "off" : "open",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function dateText(firstMs: number, day: number): string {
  const [year, month, date] = new Date(firstMs + day * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split("-");
  return `${year} ${MONTHS[Number(month) - 1]} ${date}`;
}

function timeText(slot: number): string {
  return `${String(slot >> 1).padStart(2, "0")}:${slot % 2 === 0 ? "00" : "30"}`;
}

const day = fc.integer({ min: 0, max: 20 });

/** Any rule; its times end by midnight, or may run over it. */
export function anyRule(latest: number): fc.Arbitrary<PlainRule> {
  const time = fc
    .tuple(fc.integer({ min: 0, max: SLOTS - 1 }), fc.integer({ min: 1, max: SLOTS - 1 }))
    .map(([open, length]): [number, number] => [open, Math.min(open + length, latest)]);
  return fc.record({
    isAdditional: fc.boolean(),
    isOff: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
    dates: fc.option(
      fc
        .tuple(day, fc.integer({ min: 1, max: 4 }))
        .map(([from, n]): [number, number] => [from, from + n]),
      { freq: 2 },
    ),
    weekdays: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
    holidays: fc.constantFrom("no", "no", "too", "among"),
    times: fc.array(time, { maxLength: 2 }),
  });
}
