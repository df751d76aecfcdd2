/**
 * Everything that looks deeper than `npm test` and takes hours: two thousand examples for each property,
 * every Node.js, a browser, and mutants.
 */
import { npmCommand, packageCommand, runCommand } from "./npm";

const projects = ["--project=UTC", "--project=exhaustive"];
runCommand(npmCommand(["run", "build"]));
runCommand(packageCommand("vitest", "vitest", ["run", ...projects, "--testTimeout", "0"]), {
  PROPERTY_RUNS: "2000",
});
for (const script of ["test:nodes", "test:browser", "mutation"]) {
  runCommand(npmCommand(["run", script]));
}
