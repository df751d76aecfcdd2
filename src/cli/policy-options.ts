import type { Command } from "commander";

/** Adds the options that say which policies judge a log, and whose each of them is. */
export function withPolicies(command: Command): Command {
  return command
    .option(
      "--policy <name or file>",
      "judge by a policy or a desk: a name, or a JSON file; may be given several times",
      several,
    )
    .option(
      "--policy-by <column>",
      "the column that names each ticket's policy; for a desk field=column",
      several,
    );
}

/** The texts of an option that may be given several times. */
export function several(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** What the help of a command says of several policies. */
export const POLICY_NOTES = `
If --policy is given several times, each ticket is judged by the one that its cell of the column
--policy-by names: by the policy's id or title, or by a text that stands for it, as in
--policy "NHS Mail=nhsmail". "Some service=none" leaves its tickets alone, and "*" is any other text.
A JSON file may be a desk, whose policies say themselves which tickets are theirs, by columns of the file
and by the date of opening. A ticket that no policy is for is listed, and never judged by another.`.trimStart();
