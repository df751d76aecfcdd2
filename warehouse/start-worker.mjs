// TypeScript is not read in other threads by itself, whatever the main thread was started with.
import { tsImport } from "tsx/esm/api";

await tsImport("./worker.ts", import.meta.url);
