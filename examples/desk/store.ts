import Database from "better-sqlite3";

/** What has happened by itself: a warning, an escalation or a breach. */
export interface Notice {
  readonly number: number;
  readonly ticket: string;
  readonly target: string;
  readonly what: string;
  readonly atMs: number;
}

/** The clocks of a ticket as they are kept. */
export interface Kept {
  readonly ticket: string;
  /** What the clocks saved, as JSON. */
  readonly saved: string;
  /** When a reading of it next changes by itself; null if none does. */
  readonly nextMs: number | null;
  /** Whether a clock of it has not stopped. */
  readonly isOpen: boolean;
}

/**
 * What the desk keeps. Here it is SQLite; PostgreSQL does as well, with the same tables, `ON CONFLICT DO
 * NOTHING` for `OR IGNORE`, and a transaction that locks the row of the ticket (`SELECT … FOR UPDATE`).
 */
export interface Store {
  /** Does all of the work or nothing of it. Once it returns, the work is on disk. */
  atOnce<T>(work: () => T): T;
  /** Remembers the id of an event; false if it was remembered before. */
  remember(id: string): boolean;
  kept(ticket: string): Kept | undefined;
  keep(kept: Kept): void;
  /** The tickets that change by themselves by an instant, the earliest first. */
  dueBy(nowMs: number): readonly Kept[];
  /** When the first of them changes; null if none does. */
  nextMs(): number | null;
  /** The tickets that have not stopped, the next to change first. */
  open(): readonly Kept[];
  /** Keeps a notice once, however often it is given. */
  notice(notice: Omit<Notice, "number">): void;
  /** The notices after a number, in the order in which they were kept. */
  noticesAfter(number: number): readonly Notice[];
}

/** Opens the store in a file, which is made if it does not exist. */
export function openStore(path: string): Store {
  const database = new Database(path);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL"); // What was answered is on disk, also if the power fails.
  database.exec(`
    CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY);
    CREATE TABLE IF NOT EXISTS clocks
      (ticket TEXT PRIMARY KEY, saved TEXT NOT NULL, nextMs REAL, isOpen INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS due ON clocks (nextMs);
    CREATE TABLE IF NOT EXISTS notices (number INTEGER PRIMARY KEY, ticket TEXT NOT NULL,
      target TEXT NOT NULL, what TEXT NOT NULL, atMs REAL NOT NULL, UNIQUE (ticket, target, what, atMs));
  `);
  const remember = database.prepare<[string]>("INSERT OR IGNORE INTO events VALUES (?)");
  const kept = database.prepare<[string], Kept>("SELECT * FROM clocks WHERE ticket = ?");
  const keep = database.prepare<[string, string, number | null, number]>(
    "INSERT OR REPLACE INTO clocks VALUES (?, ?, ?, ?)",
  );
  const dueBy = database.prepare<[number], Kept>(
    "SELECT * FROM clocks WHERE nextMs <= ? ORDER BY nextMs LIMIT 100",
  );
  const next = database.prepare<[], { nextMs: number | null }>(
    "SELECT min(nextMs) AS nextMs FROM clocks",
  );
  const open = database.prepare<[], Kept>(
    "SELECT * FROM clocks WHERE isOpen ORDER BY nextMs IS NULL, nextMs LIMIT 100",
  );
  const notice = database.prepare<[string, string, string, number]>(
    "INSERT OR IGNORE INTO notices (ticket, target, what, atMs) VALUES (?, ?, ?, ?)",
  );
  const noticesAfter = database.prepare<[number], Notice>(
    "SELECT * FROM notices WHERE number > ? ORDER BY number LIMIT 1000",
  );
  return {
    atOnce: (work) => database.transaction(work).immediate(),
    remember: (id) => remember.run(id).changes > 0,
    kept: (ticket) => kept.get(ticket),
    keep: ({ ticket, saved, nextMs, isOpen }) => keep.run(ticket, saved, nextMs, isOpen ? 1 : 0),
    dueBy: (nowMs) => dueBy.all(nowMs),
    nextMs: () => next.get()?.nextMs ?? null,
    open: () => open.all(),
    notice: ({ ticket, target, what, atMs }) => notice.run(ticket, target, what, atMs),
    noticesAfter: (number) => noticesAfter.all(number),
  };
}
