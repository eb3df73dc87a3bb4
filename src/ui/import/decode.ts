/** Windows-1252 gives each byte a letter; a file that is no UTF-8 was written by an office program of that time. */
const OLD = "windows-1252";

/**
 * The text of a file, whatever it is written in: UTF-8, UTF-16 by its mark or by every second byte being 0, else
 * Windows-1252 (IMPORT-1).
 */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const start = bytes.subarray(0, 400);
  const zeros = (odd: number) => start.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  const many = start.length / 4;
  if (zeros(1) > many) return new TextDecoder("utf-16le").decode(bytes);
  if (zeros(0) > many) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if ((error as Error).name !== "TypeError") throw error;
    return new TextDecoder(OLD).decode(bytes);
  }
}
