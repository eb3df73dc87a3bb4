import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";

const inflate = promisify(inflateRaw);
const megabyte = 1024 * 1024;

/** All parts of a file inflated; a workbook of 100,000 rows of 15 cells comes to about 60 MB. */
export const mostInflated = 120 * megabyte;
/** How far a part over a megabyte may be squeezed: text of a spreadsheet comes to 10 to 50 times. */
const mostSqueezed = 150;

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;

/**
 * Rejects with a sentence that names `file` if it is no zip, or would inflate to more than 120 MB (a zip bomb). What the file
 * says of its sizes is not trusted: each part is inflated once, no further than it says, off the host's own thread.
 */
export async function checkZip(bytes: Uint8Array, file: string): Promise<void> {
  const damaged = () => new Error(`${file} is not an .xlsx file, or is damaged.`);
  const tooLarge = () =>
    new Error(
      `${file} is too large: unpacked it would come to more than ${mostInflated / megabyte} MB.`,
    );
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) throw damaged();
  const entries = entriesOf(view, view.readUInt32LE(end + 16), view.readUInt16LE(end + 10));
  if (entries === null) throw damaged();
  const total = entries.reduce((sum, { inflated }) => sum + inflated, 0);
  if (total > mostInflated) throw tooLarge();
  for (const { at, squeezed, inflated, method } of entries) {
    if (inflated > megabyte && inflated > squeezed * mostSqueezed) throw tooLarge();
    if (method === 0) continue;
    if (method !== 8 || at + 30 > view.length || view.readUInt32LE(at) !== localMark)
      throw damaged();
    const start = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
    try {
      await inflate(view.subarray(start, start + squeezed), {
        maxOutputLength: Math.max(1, inflated),
      });
    } catch (cause) {
      throw (cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE"
        ? tooLarge()
        : damaged();
    }
  }
}

interface Entry {
  readonly at: number;
  readonly squeezed: number;
  readonly inflated: number;
  readonly method: number;
}

/** Where the record at the end of a zip begins: within its last 64 kB. */
function endOf(view: Buffer): number {
  for (let at = view.length - 22; at >= 0 && at >= view.length - 22 - 65_535; at -= 1) {
    if (view.readUInt32LE(at) === endMark) return at;
  }
  return -1;
}

function entriesOf(view: Buffer, from: number, count: number): Entry[] | null {
  const entries: Entry[] = [];
  let at = from;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== entryMark) return null;
    entries.push({
      method: view.readUInt16LE(at + 10),
      squeezed: view.readUInt32LE(at + 20),
      inflated: view.readUInt32LE(at + 24),
      at: view.readUInt32LE(at + 42),
    });
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}
