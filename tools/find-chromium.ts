/** Prints the path of the Chrome or Chromium that the tests use, or says what is missing and fails. */
import { findChromium } from "./chromium";

try {
  console.log(findChromium());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
