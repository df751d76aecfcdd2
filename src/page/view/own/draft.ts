/** Opening hours of a day of the week, as typed. */
export interface DraftDay {
  readonly isOpen: boolean;
  readonly from: string;
  readonly to: string;
}

export interface DraftClosure {
  readonly date: string;
  readonly title: string;
}

export interface DraftSeverity {
  readonly name: string;
  readonly amount: string;
  readonly unit: "hours" | "minutes" | "workingDays";
}

/** A promise as somebody is writing it. */
export interface Draft {
  readonly title: string;
  readonly timeZone: string;
  readonly days: readonly DraftDay[];
  readonly lunchFrom: string;
  readonly lunchTo: string;
  readonly bankHolidays: "" | "england-and-wales" | "scotland" | "northern-ireland";
  readonly closures: readonly DraftClosure[];
  readonly severities: readonly DraftSeverity[];
  /** What a change of severity does to the time already used. */
  readonly onSeverityChange: "carry-elapsed" | "retroactive" | "restart";
  readonly runs: string;
  readonly pauses: string;
  readonly stops: string;
  readonly warnAt: string;
}

export const DAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

const OPEN: DraftDay = { isOpen: true, from: "09:00", to: "17:00" };
const SHUT: DraftDay = { isOpen: false, from: "09:00", to: "13:00" };

/** A promise to begin with: office hours, and four severities. */
export const FIRST_DRAFT: Draft = {
  title: "Our service desk",
  timeZone: "Europe/London",
  days: [OPEN, OPEN, OPEN, OPEN, OPEN, SHUT, SHUT],
  lunchFrom: "",
  lunchTo: "",
  bankHolidays: "england-and-wales",
  closures: [],
  severities: [
    { name: "1", amount: "4", unit: "hours" },
    { name: "2", amount: "8", unit: "hours" },
    { name: "3", amount: "24", unit: "hours" },
    { name: "4", amount: "40", unit: "hours" },
  ],
  onSeverityChange: "carry-elapsed",
  runs: "new, in progress",
  pauses: "on hold, awaiting user info",
  stops: "resolved, closed",
  warnAt: "75, 90",
};

/** The policy that a draft describes. The desk reports whatever is wrong with it, as with any policy. */
export function policyOf(draft: Draft): unknown {
  const { title, timeZone, bankHolidays, closures } = draft;
  const exceptions = Object.fromEntries(
    closures
      .filter(({ date }) => date !== "")
      .map((each) => [each.date, each.title === "" ? [] : { hours: [], title: each.title }]),
  );
  const warnAt = numbers(draft.warnAt).map((percent) => percent / 100);
  return {
    id: idOf(title),
    title,
    timeZone,
    calendars: {
      desk: {
        title: `Hours of ${title}`,
        timeZone,
        hours: hoursOf(draft),
        ...(bankHolidays === "" ? {} : { bankHolidays }),
        ...(Object.keys(exceptions).length === 0 ? {} : { exceptions }),
      },
    },
    severities: draft.severities.map(({ name }) => name.trim()),
    targets: {
      fix: {
        title: "Fix",
        allowance: Object.fromEntries(
          draft.severities.map(({ name, amount, unit }) => [
            name.trim(),
            amount.trim() === "" ? null : { [unit]: Number(amount), calendar: "desk" },
          ]),
        ),
        onSeverityChange: draft.onSeverityChange,
        runs: words(draft.runs),
        pauses: words(draft.pauses),
        stops: words(draft.stops),
        ...(warnAt.length === 0 ? {} : { warnAt }),
      },
    },
  };
}

function hoursOf({ days, lunchFrom, lunchTo }: Draft): Record<string, string[]> {
  return Object.fromEntries(
    DAYS.flatMap((name, i) => {
      const day = days[i];
      return day?.isOpen ? [[name, periodsOf(day, lunchFrom, lunchTo)]] : [];
    }),
  );
}

/** The periods of a day around its lunch, if lunch lies within the day. */
function periodsOf({ from, to }: DraftDay, lunchFrom: string, lunchTo: string): string[] {
  const end = to === "00:00" ? "24:00" : to;
  const hasLunch = lunchFrom !== "" && lunchTo !== "";
  if (!hasLunch || lunchTo <= from || lunchFrom >= end) return [`${from}-${end}`];
  return [
    ...(lunchFrom > from ? [`${from}-${lunchFrom}`] : []),
    ...(lunchTo < end ? [`${lunchTo}-${end}`] : []),
  ];
}

function words(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function numbers(text: string): number[] {
  return words(text).map(Number);
}

function idOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return plain === "" ? "own" : plain;
}
