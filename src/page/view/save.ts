import type { Taken } from "../wire/take";

/** Hands a file to the browser, which saves it among its downloads. */
export function save({ name, type, parts }: Taken): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Once the browser has taken the bytes, nobody needs them any more.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
