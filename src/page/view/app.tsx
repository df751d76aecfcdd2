import { useRef, useState } from "preact/hooks";
import type { DeskClient } from "../wire/client";
import type { PromiseSettings } from "../wire/settings";
import { About } from "./about";
import { Ask } from "./ask";
import { Check } from "./check";
import type { Entry } from "./entry";
import { keepChoice, keptChoices } from "./kept";
import { draftOf, draftOrFirst } from "./own/draft-of";
import { OwnPromise } from "./own/own-promise";
import { policyOf } from "./own/policy-of";

const VIEWS = [
  ["check", "Check tickets"],
  ["ask", "When is it due?"],
  ["own", "Write a promise"],
  ["about", "About and privacy"],
] as const;

type View = (typeof VIEWS)[number][0];

/** The whole page. */
export function App({ client }: { client: DeskClient }) {
  const [view, setView] = useState<View>("check");
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [current, setCurrent] = useState<string | null>(null);
  const [draft, setDraft] = useState(() => draftOrFirst(keptChoices().draft));
  const [promise, setPromise] = useState<PromiseSettings>(
    () => keptChoices().promise ?? { kind: "none" },
  );
  /** What is chosen now: what waited for a file to be read was begun when something else may have been. */
  const latest = useRef({ promise, current });
  const put = (next: { promise: PromiseSettings; current: string | null }) => {
    latest.current = next;
    setPromise(next.promise);
    setCurrent(next.current);
  };
  const show = (next: View) => {
    setView(next);
    scrollTo({ top: 0 });
  };
  const putDraft = (next: typeof draft) => {
    setDraft(next);
    keepChoice({ draft: next });
  };
  /** Opens the form with the promise that is chosen, if that is a policy. */
  const write = () => {
    if (promise.kind === "policy" && !isSame(promise.json, policyOf(draft))) {
      const next = draftOf(promise.json);
      if (next) putDraft(next);
    }
    show("own");
  };
  const choose = (change: (before: PromiseSettings) => PromiseSettings) => {
    const { promise: before, current: shown } = latest.current;
    const chosen = change(before);
    put({ promise: chosen, current: shown });
    keepChoice({ promise: chosen });
    setEntries((all) =>
      all.map((each) => (each.file.id === shown ? { ...each, promise: chosen } : each)),
    );
  };
  const entry = entries.find(({ file }) => file.id === current) ?? null;
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="top">
        <div class="width">
          <p class="brand">core-hours</p>
          <nav aria-label="Parts of the page">
            {VIEWS.map(([id, title]) => (
              <button
                key={id}
                type="button"
                aria-current={view === id ? "page" : undefined}
                onClick={() => show(id)}
              >
                {title}
              </button>
            ))}
          </nav>
        </div>
      </header>
      <main id="main" class="width" tabIndex={-1}>
        {/* What was read stays in place while another part is shown. */}
        <div hidden={view !== "check"}>
          <Check
            client={client}
            entries={entries}
            entry={entry}
            promise={promise}
            onEntries={setEntries}
            onAdd={(make) => {
              const made = make(latest.current.promise);
              const last = made.at(-1);
              if (!last) return;
              setEntries((all) => [...all, ...made]);
              put({ promise: last.promise, current: last.file.id });
            }}
            onCurrent={(id) => {
              const chosen = entries.find(({ file }) => file.id === id)?.promise;
              put({ promise: chosen ?? latest.current.promise, current: id });
            }}
            onPromise={choose}
            onWrite={write}
          />
        </div>
        {view === "ask" && <Ask client={client} promise={entry?.promise ?? promise} />}
        {view === "own" && (
          <OwnPromise
            client={client}
            draft={draft}
            onDraft={putDraft}
            onUse={(own) => {
              choose(() => own);
              show("check");
            }}
          />
        )}
        {view === "about" && <About />}
      </main>
      <footer class="bottom">
        <div class="width">
          <p>
            Nothing you open here leaves this computer. Not a service of the NHS. Free software
            under the MIT licence.
          </p>
        </div>
      </footer>
    </>
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
