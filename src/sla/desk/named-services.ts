import { nearest } from "../../input/nearest";
import { ownError } from "../../input/own-error";
import { DefinitionError, type DefinitionProblem, under } from "../../input/problems";
import { show } from "../../input/show";
import type { PolicyDefinition } from "../policy/policy";

/** A service that a desk may name in place of a policy; those of `SERVICES` are such. */
export interface NamedService {
  /** The name by which a desk knows it. */
  readonly id: string;
  /** Its policy under some options, as its own function takes them. */
  readonly define: (options?: object) => { toJSON(): PolicyDefinition };
}

/** A row of a desk whose policy may be the name of a service. */
interface NamingRow {
  readonly policy: PolicyDefinition | string;
  /** The options of the service that it names. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/**
 * The policy of a row: its own definition, or that of the service that it names.
 *
 * @throws {DefinitionError} with paths within the row if no service has that name or takes those options.
 */
export function policyOfRow(
  { policy, options }: NamingRow,
  services: readonly NamedService[],
): PolicyDefinition {
  if (typeof policy !== "string") {
    if (options === undefined) return policy;
    const message = "options are for a service that is named; a policy states its own choices";
    throw refused([{ path: ["options"], message }]);
  }
  const service = services.find(({ id }) => id === policy);
  if (!service) throw refused([{ path: ["policy"], message: unknownText(policy, services) }]);
  try {
    return service.define(options).toJSON();
  } catch (error) {
    if (error instanceof DefinitionError) throw refused(under(["options"], error.problems));
    throw refused([{ path: ["options"], message: `${policy}: ${ownError(error).message}` }]);
  }
}

function refused(problems: readonly DefinitionProblem[]): DefinitionError {
  return new DefinitionError("desk", problems);
}

function unknownText(name: string, services: readonly NamedService[]): string {
  if (services.length === 0) {
    return `${show(name)} given; expected a policy. A service may be named if defineDesk is given them: defineDesk(desk, { services: SERVICES })`;
  }
  const names = services.map(({ id }) => id);
  const meant = nearest(name, names);
  const guess = meant === undefined ? "" : `; did you mean "${meant}"?`;
  return `${show(name)} given; expected a policy, or the name of a service: ${names.join(", ")}${guess}`;
}
