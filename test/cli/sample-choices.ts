import choices from "../../examples/data/tickets.choices.json";

/** What the command says of the options that the documents of the sample leave to their parties. */
export const PARTIES: readonly string[] = Object.entries(choices).flatMap(([name, value]) => [
  "--choose",
  `${name}=${value}`,
]);
