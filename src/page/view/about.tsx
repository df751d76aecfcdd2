import { useState } from "preact/hooks";
import { forget, isKept, keep, WHERE } from "./kept";

/** What the page is, what it does with its input, and how to make it forget. */
export function About() {
  const [kept, setKept] = useState(isKept);
  return (
    <>
      <h1>About this page</h1>
      <p class="lead">
        core-hours works out when a ticket is due and whether it has breached: working hours, bank
        holidays, clock changes and pauses, to the minute.
      </p>
      <h2>What you open stays here</h2>
      <p>
        Files are read by this page, in this browser. Nothing is sent anywhere: the page is not
        allowed to, by a rule that stands in its first lines (its content security policy), and the
        browser holds it to that. Close the page, and what it has read is gone.
      </p>
      <h2>What is kept, if you ask for it</h2>
      <div class="check">
        <input
          type="checkbox"
          id="keep"
          checked={kept}
          onChange={(event) => {
            keep(event.currentTarget.checked);
            setKept(event.currentTarget.checked);
          }}
        />
        <label for="keep">
          Keep which promise I chose, and the promise I write, for the next time
        </label>
      </div>
      <p class="hint">Kept in {WHERE}; never a ticket or a file.</p>
      <button
        type="button"
        class="secondary"
        onClick={() => {
          forget();
          setKept(false);
        }}
      >
        Forget everything that is kept
      </button>
      <h2>Who makes it</h2>
      <p>
        It is free software under the MIT licence. It is not a service of the NHS, and it speaks
        only for itself: each verdict shows its working so that you can check it. What the services
        promise is quoted from their published documents.
      </p>
      <details>
        <summary>The software in this page, with its licences</summary>
        <pre class="wide">{document.getElementById("notices")?.textContent?.trim()}</pre>
      </details>
    </>
  );
}
