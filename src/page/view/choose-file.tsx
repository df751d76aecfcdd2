import { useState } from "preact/hooks";
import type { Entry } from "./entry";

/** The first step: files to drop, to choose or to paste. */
export function ChooseFile(props: {
  entries: readonly Entry[];
  current: string | null;
  onFiles: (files: readonly { bytes: Blob; name: string }[]) => void;
  onCurrent: (id: string) => void;
  onRemove: (id: string) => void;
  onExample: () => void;
}) {
  const { entries, current, onFiles, onCurrent, onRemove, onExample } = props;
  const [isOver, setOver] = useState(false);
  const [pasted, setPasted] = useState("");
  const take = (list: FileList | null | undefined) =>
    onFiles([...(list ?? [])].map((file) => ({ bytes: file, name: file.name })));
  return (
    <>
      <section
        class={isOver ? "drop over" : "drop"}
        aria-label="Files"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <label for="files">Choose an export, or drop it here</label>
        <p class="hint" id="files-hint">
          Excel (.xlsx), CSV, JSON, or one of these packed as .gz or .zip: from ServiceNow, Jira,
          Zendesk, Freshdesk, Remedy, GLPI or a table of your own. Policies and desks (.json) may
          come with it.
        </p>
        <input
          id="files"
          type="file"
          multiple
          aria-describedby="files-hint"
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = "";
          }}
        />
      </section>
      <div class="row">
        <details>
          <summary>Paste from a spreadsheet</summary>
          <label for="pasted">Cells with their header row</label>
          <textarea
            id="pasted"
            rows={6}
            value={pasted}
            onInput={(event) => setPasted(event.currentTarget.value)}
          />
          <button
            type="button"
            disabled={pasted.trim() === ""}
            onClick={() => {
              onFiles([{ bytes: new Blob([pasted]), name: "pasted" }]);
              setPasted("");
            }}
          >
            Use these cells
          </button>
        </details>
        <button type="button" class="link" onClick={onExample}>
          Try it with an example
        </button>
      </div>
      {entries.length > 0 && (
        <ul class="files" aria-label="Files that are open">
          {entries.map(({ file }) => (
            <li key={file.id} class={file.id === current ? "current" : undefined}>
              <button
                type="button"
                class="link"
                aria-current={file.id === current ? "true" : undefined}
                onClick={() => onCurrent(file.id)}
              >
                <bdi>{file.name}</bdi>
              </button>
              <span class="hint">{sizeText(file.bytes.size)}</span>
              <button type="button" class="link" onClick={() => onRemove(file.id)}>
                Remove<span class="unseen"> {file.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
