import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Clause, SERVICES } from "../src";

const SERVICE_TESTS = join(import.meta.dirname, "../test/services");

/** The policies of the catalogue. A service's example options leave its clauses as they are. */
const slas = SERVICES.map(({ define, example }) => define(example));

/** A clause, and the tests whose titles begin with its id. */
export interface RegisteredClause extends Clause {
  readonly service: string;
  /** The names of the options about it. */
  readonly options: readonly string[];
  readonly tests: readonly { readonly file: string; readonly title: string }[];
}

/** Every clause of every service. */
export function registeredClauses(): readonly RegisteredClause[] {
  const titles = testTitles();
  return slas.flatMap((sla) =>
    Object.values(sla.clauses).map((clause) => ({
      ...clause,
      service: sla.title,
      options: Object.entries(sla.toJSON().options ?? {})
        .filter(([, option]) => option.clauses?.includes(clause.id))
        .map(([name]) => name),
      tests: titles.filter(({ ids }) => ids.includes(clause.id)),
    })),
  );
}

/** The titles of the services' tests, and the clauses that each begins with. */
function testTitles() {
  return readdirSync(SERVICE_TESTS)
    .filter((file) => file.endsWith(".test.ts"))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(SERVICE_TESTS, file), "utf8");
      return [...text.matchAll(/describe\(\s*"([^"]+)"/g)].map(([, title = ""]) => ({
        file: `test/services/${file}`,
        title,
        ids: (title.split(":")[0] ?? "").split(/,| and /).map((id) => id.trim()),
      }));
    });
}

/** The text of docs/clauses.md. */
export function clauseDocument(): string {
  const services = [...new Set(registeredClauses().map(({ service }) => service))];
  const parts = services.flatMap((service) => [
    `## ${service}`,
    "",
    ...registeredClauses()
      .filter((clause) => clause.service === service)
      .flatMap(clauseText),
  ]);
  return [
    "# The clauses",
    "",
    "Every time-bound rule of the source documents: its words, the reading taken, the options that read it",
    "otherwise, and the tests of the reading. A rule that no program can act on says why.",
    "`npm run clauses` writes this page from the policies in `calendars/policies/`.",
    "",
    ...parts,
  ].join("\n");
}

function clauseText(clause: RegisteredClause): string[] {
  const rows = [
    ["document", clause.document],
    ["reading", clause.reading && `${clause.reading}${clause.inferred ? " (inferred)" : ""}`],
    ["options", clause.options.map((name) => `\`${name}\``).join(", ")],
    ["not acted on", clause.notActedOn],
    ["tests", clause.tests.map(({ file, title }) => `\`${file}\`: ${title}`).join("; ")],
  ];
  return [
    `### ${clause.id}`,
    "",
    ...clause.quotes.map((quote) => `> ${quote}`),
    "",
    ...rows.filter(([, text]) => text).map(([name, text]) => `- ${name}: ${text}`),
    ...clause.alternatives.map(
      ({ option, value, reading }) => `- with \`${option}: "${value}"\`: ${reading}`,
    ),
    "",
  ];
}
