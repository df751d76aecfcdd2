/** Prints the path of the Firefox that the tests use, or says what is missing and fails. */
import { findFirefox } from "./firefox";

try {
  console.log(findFirefox());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
