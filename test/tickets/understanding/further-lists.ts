import { lines } from "../small-desk";
import { story } from "./judged-file";

/*
 * Further spellings of the exports of presets.test.ts: other languages, interfaces of programs and published
 * headers. All tell the story whose verdicts are worked out in judged-file.ts.
 */

/** The story in wall times of London, an hour ahead of UTC, with the place of each severity. */
const TICKETS = [
  { id: 1, rank: 2, opened: "2026-05-29T09:00", resolved: "2026-05-29T11:00" },
  { id: 2, rank: 1, opened: "2026-06-01T09:00", resolved: "2026-06-01T12:00" },
  { id: 3, rank: 2, opened: "2026-06-01T16:00", resolved: "2026-06-02T15:00" },
  { id: 4, rank: 1, opened: "2026-06-04T09:00", resolved: null },
] as const;
type Ticket = (typeof TICKETS)[number];

const named = (name: (id: number) => string) =>
  story({ A: name(1), B: name(2), C: name(3), D: name(4) });

const utc = (wall: string | null) =>
  wall === null ? null : new Date(Date.parse(`${wall}Z`) - 3_600_000).toISOString();
/** `29-05-2026 09:00`. */
const dashed = (wall: string | null) => {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(.*)$/.exec(wall ?? "") ?? [];
  return day === undefined ? "" : `${day}-${month}-${year} ${time}`;
};
const word = (rank: number, first: string, second: string) => (rank === 1 ? first : second);

interface FurtherExport {
  readonly tool: string;
  readonly names: ReturnType<typeof story>;
  readonly content: string | Uint8Array;
}

const glpi = lines(
  '"ID";"Titre";"Statut";"Dernière modification";"Date d\'ouverture";"Priorité";"Demandeur - Demandeur";"Date de résolution";"Date de clôture"',
  ...TICKETS.map(({ id, rank, opened, resolved }) => {
    const status = resolved === null ? "En cours (Attribué)" : "Résolu";
    const priority = word(rank, "Majeure", "Très haute");
    return `"${id}";"Imprimante";"${status}";"05-06-2026 10:00";"${dashed(opened)}";"${priority}";"Zoé";"${dashed(resolved)}";""`;
  }),
);

/** An answer of Zendesk's interface, with what it says of more. */
export const zendeskEvents = (end: object) => ({
  ticket_events: TICKETS.flatMap(({ id, rank, opened, resolved }) => [
    {
      ...{ id: 10 * id, ticket_id: id, event_type: "Audit" },
      timestamp: Date.parse(utc(opened) ?? "") / 1000,
      child_events: [
        { id: 100 * id, event_type: "Create", status: "open" },
        { id: 100 * id + 1, event_type: "Create", priority: word(rank, "urgent", "high") },
        { id: 100 * id + 2, event_type: "Comment", comment_public: true },
      ],
    },
    ...(resolved === null
      ? []
      : [
          {
            ...{ id: 10 * id + 1, ticket_id: id, event_type: "Audit" },
            timestamp: Date.parse(utc(resolved) ?? "") / 1000,
            child_events: [
              { id: 100 * id + 5, event_type: "Change", status: "solved", previous_value: "open" },
            ],
          },
        ]),
  ]),
  ...end,
});

/** An answer of Zendesk's interface, with what it says of more. */
export const zendeskTickets = (end: object) => ({
  tickets: TICKETS.map(({ id, rank, opened, resolved }) => ({
    ...{ id, status: resolved === null ? "open" : "solved" },
    ...{ priority: word(rank, "urgent", "high"), created_at: utc(opened) },
    ...{ updated_at: "2026-06-05T09:00:00Z", metric_set: { solved_at: utc(resolved) } },
  })),
  ...end,
});

export const NEXT =
  "https://desk.zendesk.com/api/v2/incremental/tickets.json?start_time=1780000000";

/** Further spellings of exports, as text or as bytes. */
export const FURTHER: readonly FurtherExport[] = [
  { tool: "GLPI in French", names: named(String), content: `\ufeff${glpi}` },
  {
    tool: "GLPI in French, saved in Windows-1252",
    names: named(String),
    content: Buffer.from(glpi, "latin1"),
  },
  {
    tool: "ServiceNow in French",
    names: named((id) => `INC${id}`),
    content: lines(
      "Numéro,Ouvert,Priorité,État,Résolu,Fermé",
      ...TICKETS.map(({ id, rank, opened, resolved }) => {
        const priority = word(rank, "1 - Critique", "2 - Élevé");
        const state = resolved === null ? "En cours" : "Résolu";
        return `INC${id},${dashed(opened)}:00,${priority},${state},${dashed(resolved)}${resolved === null ? "" : ":00"},`;
      }),
    ),
  },
  {
    tool: "Freshdesk's interface, with stats",
    names: named(String),
    content: JSON.stringify(
      TICKETS.map(({ id, rank, opened, resolved }) => ({
        ...{ id, status: resolved === null ? 2 : 5, priority: rank === 1 ? 4 : 3 },
        ...{ created_at: utc(opened), updated_at: "2026-06-05T09:00:00Z", due_by: utc(opened) },
        ...{ fr_due_by: utc(opened), stats: { resolved_at: utc(resolved), closed_at: null } },
      })),
    ),
  },
  {
    tool: "Helix's interface, whose entries have their fields under values",
    names: named((id) => `INC${id}`),
    content: JSON.stringify({
      entries: TICKETS.map(({ id, rank, opened, resolved }) => ({
        values: {
          "Incident Number": `INC${id}`,
          ...{ Status: resolved === null ? "In Progress" : "Resolved" },
          ...{ Priority: word(rank, "Critical", "High"), "Reported Date": utc(opened) },
          "Last Resolved Date": utc(resolved),
        },
        _links: { self: [{ href: "https://helix.example/entry" }] },
      })),
      _links: { self: [{ href: "https://helix.example/entries" }] },
    }),
  },
  {
    tool: "Zendesk's incremental export of tickets, at its end",
    names: named(String),
    content: JSON.stringify(zendeskTickets({ next_page: NEXT, end_of_stream: true })),
  },
  {
    tool: "Zendesk's incremental export by cursor, at its end",
    names: named(String),
    content: JSON.stringify(
      zendeskTickets({ after_url: NEXT, after_cursor: "MTU3", end_of_stream: true }),
    ),
  },
  {
    tool: "Zendesk's incremental export of ticket events",
    names: named(String),
    content: JSON.stringify(zendeskEvents({ next_page: NEXT, end_of_stream: true })),
  },
  {
    tool: "the BPI Challenge 2013 with its published header",
    names: named((id) => `1-${id}`),
    content: lines(
      "SR Number;Change Date+Time;Status;Sub Status;Involved ST Function Div;Involved Org line 3;Involved ST;SR Latest Impact;Product;Country;Owner Country;Owner First Name",
      ...eventLines(({ id, rank }, at, isOpen) => {
        const [status, sub] = isOpen ? ["Accepted", "In Progress"] : ["Completed", "Resolved"];
        const impact = word(rank, "Major", "High");
        return `1-${id};${at}:00+01:00;${status};${sub};A2_1;Org line A2;V30;${impact};PROD582;fr;France;Anne`;
      }),
    ),
  },
  {
    tool: "a desk's own list, with dates that sort",
    names: named((id) => `REF${id}`),
    content: lines(
      "Reference No;Date Created;Date Closed;Priority;Status",
      ...TICKETS.map(({ id, rank, opened, resolved }) => {
        const sorted = (wall: string | null) => (wall ?? "").replace(/\D/g, "");
        return `REF${id};${sorted(opened)};${sorted(resolved)};${rank};${resolved === null ? "Open" : "Closed"}`;
      }),
    ),
  },
  {
    tool: "an event log with an activity, as process mining has it",
    names: named((id) => `C${id}`),
    content: lines(
      "case_id\tactivity\ttimestamp\tpriority\tresource",
      ...eventLines(
        ({ id, rank }, at, isOpen) =>
          `C${id}\t${isOpen ? "Opened" : "Resolved"}\t${at.replace("T", " ")}:00\tP${rank}\tJo`,
      ),
    ),
  },
];

function eventLines(line: (ticket: Ticket, at: string, isOpen: boolean) => string): string[] {
  return TICKETS.flatMap((ticket) => [
    line(ticket, ticket.opened, true),
    ...(ticket.resolved === null ? [] : [line(ticket, ticket.resolved, false)]),
  ]);
}
