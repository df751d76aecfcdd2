import type { PromiseSettings } from "../wire/settings";

/** What may be kept between visits: choices, and never a ticket. */
export interface Kept {
  readonly promise?: PromiseSettings;
  /** A draft of the form; whoever reads it checks it. */
  readonly draft?: unknown;
}

const KEY = "core-hours";

/** Where it is kept, in words. */
export const WHERE = "this browser's own storage for this page (localStorage, “core-hours”)";

let isOn = read() !== null;

/** Whether somebody has asked to keep anything. */
export function isKept(): boolean {
  return isOn;
}

/** Starts or stops keeping choices. */
export function keep(on: boolean): void {
  isOn = on;
  if (on) write({});
  else forget();
}

/** Removes all that is kept. */
export function forget(): void {
  isOn = false;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** What was kept; nothing if nobody asked to keep anything. */
export function keptChoices(): Kept {
  return read() ?? {};
}

/** Keeps a choice, if somebody asked for that. */
export function keepChoice(change: Kept): void {
  if (isOn) write({ ...keptChoices(), ...change });
}

function read(): Kept | null {
  try {
    const text = localStorage.getItem(KEY);
    const kept: unknown = text === null ? null : JSON.parse(text);
    // The page itself wrote this value; it is checked where it is used.
    return typeof kept === "object" && kept !== null ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

function write(kept: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    isOn = false;
  }
}
