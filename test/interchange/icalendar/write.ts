/** An event with these lines. */
export const event = (...lines: readonly string[]): readonly string[] => [
  "BEGIN:VEVENT",
  ...lines,
  "END:VEVENT",
];

/** An event that lasts a whole date. */
export const dated = (date: string, title: string): readonly string[] =>
  event(`DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`, `SUMMARY:${title}`);

/** A file of some events, as gov.uk writes it. */
export const file = (...events: readonly (readonly string[])[]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "METHOD:PUBLISH",
    "PRODID:-//uk.gov/GOVUK calendars//EN",
    "CALSCALE:GREGORIAN",
    ...events.flat(),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
