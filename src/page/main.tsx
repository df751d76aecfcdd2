import { render } from "preact";
import { App } from "./view/app";
import { DeskClient } from "./wire/client";

/** The program of the worker, which is packed into the page. */
async function deskProgram(): Promise<Blob> {
  const packed = document.getElementById("desk")?.textContent ?? "";
  const bytes = Uint8Array.from(atob(packed.trim()), (char) => char.charCodeAt(0));
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Blob([await new Response(text).blob()], { type: "text/javascript" });
}

async function open(): Promise<void> {
  const root = document.getElementById("app");
  if (!root) return;
  const url = URL.createObjectURL(await deskProgram());
  const client = new DeskClient(() => new Worker(url));
  root.replaceChildren();
  render(<App client={client} />, root);
}

open().catch((error: unknown) => {
  const root = document.getElementById("app");
  const reason = error instanceof Error ? error.message : String(error);
  if (root) root.textContent = `This browser cannot run the page: ${reason}`;
});
