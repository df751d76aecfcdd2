/**
 * Checks what `npm publish` would publish: that its files and `exports` fit together (publint), that its
 * types are found and right under every way of resolving modules (attw), and that no advisory has been
 * issued against its run-time dependencies (npm audit). It needs a build.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import * as z from "zod";
import { npmCommand, packageCommand } from "./npm";

const root = join(import.meta.dirname, "..");

/** What publint has to say, down to its suggestions. */
async function publintProblems(): Promise<string[]> {
  const { messages, pkg } = await publint({ pkgDir: root });
  return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}

/** What attw finds in the packed package. */
function attwProblems(): string[] {
  const args = ["--pack", ".", "--no-color", "--format", "ascii"];
  const command = packageCommand("@arethetypeswrong/cli", "attw", args);
  const { error, status, stderr, stdout } = spawnSync(...command, { cwd: root, encoding: "utf8" });
  return status === 0 ? [] : [error?.message ?? stdout + stderr];
}

/** The answer of `npm audit --json`: a report, or what the registry said instead. */
const auditAnswer = z.union([
  z.object({ metadata: z.object({ vulnerabilities: z.object({ total: z.number() }) }) }),
  z.object({ message: z.string(), statusCode: z.number().optional() }),
]);

/** The advisories against the dependencies; null if the registry, like some mirrors, has no audit. */
function auditProblems(): string[] | null {
  const command = npmCommand(["audit", "--omit=dev", "--json"]);
  const { stderr, stdout } = spawnSync(...command, { cwd: root, encoding: "utf8" });
  const answer = auditAnswer.safeParse(stdout === "" ? undefined : JSON.parse(stdout));
  if (!answer.success) return [`npm audit gave no answer: ${stderr}`];
  if ("metadata" in answer.data) {
    return answer.data.metadata.vulnerabilities.total === 0 ? [] : [stdout];
  }
  const { message, statusCode } = answer.data;
  return statusCode === 404 || statusCode === 405 ? null : [`npm audit failed: ${message}`];
}

function report(what: string, problems: readonly string[]): void {
  console.log(`${problems.length === 0 ? "ok  " : "FAIL"} ${what}`);
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
}

report("publint: the files and the exports", await publintProblems());
report("attw: the types", attwProblems());
const advisories = auditProblems();
if (advisories === null) console.log("     npm audit: not asked, as the registry has no audit");
else report("npm audit: the dependencies", advisories);
