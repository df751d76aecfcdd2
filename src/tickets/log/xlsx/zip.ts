import { inflateSync } from "fflate/browser";
import { InputError } from "../problems";

/** A file in a zip archive. */
export interface ZipEntry {
  readonly name: string;
  /**
   * Its bytes, unpacked and checked against their sum.
   *
   * @throws {InputError} if they are damaged, or packed in a way that is not known
   */
  readonly bytes: () => Uint8Array;
}

/** No part of a log is larger than this when it is unpacked. */
const LARGEST = 1 << 29;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * The files in a zip archive.
 *
 * @throws {InputError} if it is cut short or damaged
 */
export function zipEntries(archive: Uint8Array): ZipEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > archive.length || view.getUint32(at, true) !== ENTRY) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength));
    entries.push({ name, bytes: unpacker(archive, view, at, name) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the directory of an archive ends: in its last 64 kB, since a comment may follow. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged();
}

function unpacker(archive: Uint8Array, view: DataView, at: number, name: string) {
  const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
  const method = view.getUint16(at + 10, true);
  const sum = view.getUint32(at + 16, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  return (): Uint8Array => {
    if (isEncrypted) throw new InputError(`${name} in it is protected by a password`);
    if (size > LARGEST) throw new InputError(`${name} in it is larger than 512 MB`);
    if (local + 30 > archive.length || view.getUint32(local, true) !== LOCAL) throw damaged();
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packed > archive.length) throw damaged();
    const bytes = unpacked(archive.subarray(start, start + packed), method, size, name);
    if (bytes.length !== size || crc32(bytes) !== sum) throw damaged();
    return bytes;
  };
}

function unpacked(bytes: Uint8Array, method: number, size: number, name: string): Uint8Array {
  if (method === STORED) return bytes;
  if (method !== DEFLATED) throw new InputError(`${name} in it is packed in an unknown way`);
  try {
    return inflateSync(bytes, { out: new Uint8Array(size) });
  } catch {
    throw damaged();
  }
}

function damaged(): InputError {
  return new InputError("the archive is cut short or damaged");
}

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum >>> 0;
});

/** The sum of RFC 1952 that an archive keeps of each file. */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (CRC[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
