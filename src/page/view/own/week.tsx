import { Input, Select } from "../parts";
import { capital } from "../words";
import { WrittenList } from "../written-list";
import { DAYS, type DraftCalendar, type DraftDay } from "./draft";

interface Props {
  readonly calendar: DraftCalendar;
  readonly onChange: (change: Partial<DraftCalendar>) => void;
}

/** The calendar of a promise: its zone, its week, its bank holidays and the days on which it is closed. */
export function CalendarForm({ calendar, onChange }: Props) {
  return (
    <>
      <Input
        label="Time zone"
        hint="Its IANA name, such as Europe/London"
        width="middle"
        value={calendar.timeZone}
        onType={(timeZone) => onChange({ timeZone })}
      />
      <Week calendar={calendar} onChange={onChange} />
      <Select
        label="Bank holidays"
        value={calendar.bankHolidays}
        options={[
          ...DIVISIONS,
          ...(calendar.rest["bankHolidays"] === undefined ? [] : [AS_IN_THE_FILE]),
        ]}
        onChoose={(value) => onChange(bankHolidaysOf(calendar, value))}
      />
      <Closures calendar={calendar} onChange={onChange} />
    </>
  );
}

const DIVISIONS = [
  ["england-and-wales", "closed on those of England and Wales"],
  ["scotland", "closed on those of Scotland"],
  ["northern-ireland", "closed on those of Northern Ireland"],
  ["", "open on bank holidays"],
] as const;

const AS_IN_THE_FILE = ["as-in-the-file", "as the file has them"] as const;

/** What a file says of bank holidays gives way to a choice that is made here. */
function bankHolidaysOf({ rest }: DraftCalendar, value: string): Partial<DraftCalendar> {
  const division = DIVISIONS.find(([each]) => each === value);
  if (!division) return {};
  const { bankHolidays: _, ...others } = rest;
  return { bankHolidays: division[0], rest: others };
}

function Week({ calendar, onChange }: Props) {
  const put = (i: number, change: Partial<DraftDay>) =>
    onChange({ days: calendar.days.map((day, at) => (at === i ? { ...day, ...change } : day)) });
  return (
    <fieldset>
      <legend>Opening hours</legend>
      <table class="week">
        <caption class="unseen">Opening hours of each day</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Opens</th>
            <th scope="col">Closes</th>
          </tr>
        </thead>
        <tbody>
          {DAYS.map((name, i) => {
            const day = calendar.days[i];
            return day && <Day key={name} name={name} day={day} onChange={(to) => put(i, to)} />;
          })}
        </tbody>
      </table>
      <div class="row">
        <Input
          label="Lunch from"
          type="time"
          value={calendar.lunchFrom}
          onType={(lunchFrom) => onChange({ lunchFrom })}
        />
        <Input
          label="Lunch to"
          type="time"
          value={calendar.lunchTo}
          onType={(lunchTo) => onChange({ lunchTo })}
        />
      </div>
    </fieldset>
  );
}

function Day(props: {
  name: string;
  day: DraftDay;
  onChange: (change: Partial<DraftDay>) => void;
}) {
  const { name, day, onChange } = props;
  const title = capital(name);
  return (
    <tr>
      <th scope="row">
        <span class="check">
          <input
            type="checkbox"
            id={`open-${name}`}
            checked={day.isOpen}
            onChange={(event) => onChange({ isOpen: event.currentTarget.checked })}
          />
          <label for={`open-${name}`}>{title}</label>
        </span>
      </th>
      {day.isOpen ? (
        (["from", "to"] as const).map((end) => (
          <td key={end}>
            <Input
              label={`${title} ${end === "from" ? "opens" : "closes"}`}
              isQuiet
              type="time"
              value={day[end]}
              onType={(time) => onChange({ [end]: time })}
            />
          </td>
        ))
      ) : (
        <td colSpan={2} class="hint">
          closed
        </td>
      )}
    </tr>
  );
}

function Closures({ calendar, onChange }: Props) {
  return (
    <WrittenList
      legend="Days on which you are closed"
      entries={calendar.closures}
      blank={{ date: "", title: "" }}
      add="Add a day"
      nameOf={(_, place) => `closure ${place}`}
      onChange={(closures) => onChange({ closures })}
    >
      {(closure, put) => (
        <>
          <Input label="Date" type="date" value={closure.date} onType={(date) => put({ date })} />
          <Input label="Why" value={closure.title} onType={(title) => put({ title })} />
        </>
      )}
    </WrittenList>
  );
}
