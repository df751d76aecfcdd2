import type { FileSettings } from "../../wire/file";

/** Says something more about how to read the file. */
export type Change = (change: Partial<FileSettings>) => void;
