import type { DeskClient } from "../wire/client";
import type { Looked } from "../wire/file";
import type { PromiseShown, WhoseRow } from "../wire/promise";
import type { PromiseSettings } from "../wire/settings";
import type { Entry } from "./entry";
import { ErrorBox, Select, Wide } from "./parts";
import type { Change } from "./taken-for/change";
import { useAnswer } from "./use-answer";
import { counted } from "./words";

/** Whether it is clear by which column of a file the tickets of several policies are told apart. */
export function isChoosable({ kind }: PromiseSettings, { policyColumn }: Looked): boolean {
  return kind !== "several" || policyColumn !== null;
}

/** Whose the tickets of a file are, if there are several policies. */
export function Whose(props: {
  client: DeskClient;
  entry: Entry;
  looked: Looked;
  shown: PromiseShown | null;
  onChange: Change;
}) {
  const { client, entry, looked, shown, onChange } = props;
  const { promise, settings } = entry;
  const isSeveral = promise.kind === "several" || promise.kind === "desk";
  const isAsked = isSeveral || looked.sendsTo.length > 0;
  const isReady = isAsked && looked.mapping !== null && isChoosable(promise, looked);
  const given =
    isReady && promise.kind !== "none"
      ? { ...entry, how: { ...entry.how, nowMs: Date.now() } }
      : null;
  const key = JSON.stringify([entry.file.id, settings, promise, entry.how.asOf, isReady]);
  const whose = useAnswer(client, "whose", given, key);
  if (!isAsked) return null;
  const { sendsTo } = looked;
  return (
    <section aria-label="Whose the tickets are">
      <h3>Whose the tickets are</h3>
      {sendsTo.length > 0 && (
        <p class="hint">
          The mapping sends them to {sendsTo.join(", ")}. Tickets of a policy that is not chosen
          above are listed, and never judged by another.
        </p>
      )}
      {promise.kind === "several" && (
        <Select
          label="Which column names the policy of each ticket?"
          value={looked.policyColumn ?? ""}
          options={[
            ...(looked.policyColumn === null ? [["", "choose"] as const] : []),
            ...looked.header.map((name) => [name, name] as const),
          ]}
          onChoose={(name) => name !== "" && onChange({ policyColumn: name })}
        />
      )}
      {promise.kind === "desk" &&
        (shown?.fields ?? []).map((field) => (
          <Select
            key={field}
            label={`Which column is the desk’s “${field}”?`}
            value={looked.fields[field] ?? ""}
            options={[
              ...(looked.fields[field] === undefined ? [["", "choose"] as const] : []),
              ...looked.header.map((name) => [name, name] as const),
            ]}
            onChoose={(name) =>
              name !== "" && onChange({ fields: { ...settings.fields, [field]: name } })
            }
          />
        ))}
      {whose.error !== null && (
        <ErrorBox title="It is not clear whose the tickets are" text={whose.error} />
      )}
      {whose.answer !== null && whose.answer.rows.length > 0 && (
        <Rows
          columns={whose.answer.columns}
          rows={whose.answer.rows}
          more={whose.answer.more}
          policies={promise.kind === "several" ? (shown?.parts ?? []).map(({ id }) => id) : []}
          onSay={(text, id) => onChange({ policies: { ...settings.policies, [text]: id } })}
        />
      )}
    </section>
  );
}

/** The answer for tickets that are left alone. */
const NOBODY = "none";

function Rows(props: {
  columns: readonly string[];
  rows: readonly WhoseRow[];
  more: number;
  /** The policies that a text may be said to mean; none if a desk says it. */
  policies: readonly string[];
  onSay: (text: string, policy: string | null) => void;
}) {
  const { columns, rows, more, policies, onSay } = props;
  const unmatched = rows.filter(({ isUnmatched }) => isUnmatched).length;
  return (
    <>
      {unmatched > 0 && (
        <p class="warning">
          No policy is for {unmatched === 1 ? "one of these" : `${unmatched} of these`}: their
          tickets are listed, and not judged.
        </p>
      )}
      <Wide label="Policies of the tickets">
        <table>
          <caption>
            Which tickets have which policy{more > 0 && `: ${counted(more, "row")} more`}
          </caption>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  <bdi>{name}</bdi>
                </th>
              ))}
              <th scope="col">Tickets</th>
              <th scope="col">Policy</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={JSON.stringify(row.texts)}>
                {row.texts.map((text, i) => (
                  <td key={columns[i]}>
                    <bdi>{text}</bdi>
                  </td>
                ))}
                <td>{row.tickets}</td>
                <td>
                  {policies.length === 0 ? (
                    row.says
                  ) : (
                    <Meaning row={row} policies={policies} onSay={onSay} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}

function Meaning(props: {
  row: WhoseRow;
  policies: readonly string[];
  onSay: (text: string, policy: string | null) => void;
}) {
  const { row, policies, onSay } = props;
  const [text = ""] = row.texts;
  const isPolicy = policies.includes(row.says);
  return (
    <Select
      label={`The policy of ${text}`}
      isQuiet
      value={isPolicy ? row.says : row.isUnmatched ? "?" : NOBODY}
      options={[
        ...(row.isUnmatched ? [["?", "no policy is for it: say"] as const] : []),
        ...policies.map((id) => [id, id] as const),
        [NOBODY, "left alone"],
      ]}
      onChoose={(chosen) => chosen !== "?" && onSay(text, chosen === NOBODY ? null : chosen)}
    />
  );
}
