import { type Breach, MOST_BREACHES, type MutableNow } from "./state";

/** Records a breach, or that a breach was taken back, as of an instant. */
export function noteBreach(now: MutableNow, atMs: number): void {
  const { breachedAtMs, measuredAs } = now;
  if (now.isBreachOpen && now.breaches.at(-1)?.atMs !== breachedAtMs) closeBreach(now, atMs);
  if (breachedAtMs === null || now.isBreachOpen) return;
  const breach: Breach = { atMs: breachedAtMs, severity: measuredAs, takenBackAtMs: null };
  now.breaches = [...now.breaches, breach].slice(-MOST_BREACHES);
  now.isBreachOpen = true;
}

/** Records that the last breach was taken back. */
export function closeBreach(now: MutableNow, atMs: number): void {
  const { isBreachOpen, breaches, keptBreachAtMs } = now;
  const last = breaches.at(-1);
  if (!isBreachOpen || last === undefined || keptBreachAtMs !== null) return;
  now.breaches = [...breaches.slice(0, -1), { ...last, takenBackAtMs: atMs }];
  now.isBreachOpen = false;
}
