import { open, readFile } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { CoreHoursError, DefinitionError } from "../index";
import type { ByteSource } from "../tickets/log/bytes";
import { InputError } from "../tickets/log/problems";
import { quoted } from "../words/printable";
import { keyGivenTwice } from "./json-text";

/**
 * Opens a file, or standard input if the path is `-`.
 *
 * @throws {InputError} if it does not exist, is a directory or may not be read
 */
export async function openBytes(path: string, stdin: Readable): Promise<ByteSource> {
  if (path === "-") return sourceOf("<stdin>", null, stdin);
  try {
    const file = await open(path);
    const stats = await file.stat();
    if (stats.isDirectory()) {
      await file.close();
      throw new InputError(`${path}: it is a directory, not a file`);
    }
    return sourceOf(path, stats.isFile() ? stats.size : null, file.createReadStream());
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`${path}: ${whyNotOpened(error)}`);
  }
}

/** A file that can be read more than once. */
export interface Reopenable {
  readonly open: () => Promise<ByteSource>;
}

/** The most that is kept in memory of a source that can be read only once. */
const LARGEST_KEPT = 1 << 29;

/**
 * Makes a file readable more than once: a pipe or standard input is kept in memory.
 *
 * @throws {InputError} if it cannot be opened, or if a pipe brings more than 512 MB
 */
export async function reopenable(path: string, stdin: Readable): Promise<Reopenable> {
  const first = await openBytes(path, stdin);
  if (first.size !== null) {
    first.close();
    return { open: () => openBytes(path, stdin) };
  }
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of first.chunks) {
    kept.push(chunk);
    length += chunk.length;
    if (length > LARGEST_KEPT) {
      throw new InputError(
        `${first.name}: it is larger than 512 MB and can be read only once; give a file, or say with --mapping how to read it`,
      );
    }
  }
  return { open: async () => sourceOf(first.name, null, Readable.from(kept)) };
}

function sourceOf(name: string, size: number | null, chunks: Readable): ByteSource {
  return { name, size, chunks, gunzip, close: () => chunks.destroy() };
}

/** How much is unpacked at once. Each piece costs a turn of the event loop. */
const PIECE = 1 << 18;

/** Unpacks gzip, and fails if it is cut short or damaged. */
export function gunzip(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  // A failure on either side destroys the unpacker, and surfaces where it is read.
  return pipeline(Readable.from(chunks), createGunzip({ chunkSize: PIECE }), () => {});
}

function whyNotOpened(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EACCES" || code === "EPERM") return "you do not have permission to read it";
  return error instanceof Error ? error.message : String(error);
}

/**
 * Reads a file as a whole.
 *
 * @throws {InputError} if it cannot be read
 */
export async function readWhole(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: unknown) => {
    throw new InputError(`${path}: it cannot be read: ${messageOf(error)}`);
  });
}

/**
 * Reads a JSON file, in UTF-8 or in UTF-16 with a mark, as PowerShell writes it.
 *
 * @throws {InputError} if it does not exist, is not JSON, or gives a key twice
 */
export async function readJson(path: string): Promise<unknown> {
  const text = textOf(await readWhole(path));
  if (text === null) {
    throw new InputError(`${path}: its bytes are not UTF-8; save it in that encoding`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${path}: it is not JSON: ${messageOf(error)}`);
  }
  const twice = keyGivenTwice(text);
  if (twice === null) return json;
  throw new InputError(`${path}: it has the key ${quoted(twice)} twice in one object; keep one`);
}

/** The text of some bytes, without the mark that may begin it; null if they are not text. */
function textOf(bytes: Uint8Array): string | null {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  const encoding = bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : mark;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * What a file defines.
 *
 * @throws {InputError} with what the library says is wrong, after the name of the file
 */
export function inFile<T>(path: string, define: () => T): T {
  try {
    return define();
  } catch (error) {
    if (!(error instanceof CoreHoursError)) throw error;
    const reason = error instanceof DefinitionError ? error.message : `  ${error.message}`;
    throw new InputError(`${path}: ${reason}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
