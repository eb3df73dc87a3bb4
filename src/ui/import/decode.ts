/** The letters of the bytes 0x80 to 0x9f in Windows-1252: some decoders of that name leave them out. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const decodeOld = (bytes: Uint8Array): string =>
  new TextDecoder("windows-1252")
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (letter) => HIGH[letter.charCodeAt(0) - 0x80] ?? letter);

/**
 * The text of a file, whatever it is written in: UTF-8, UTF-16 by its mark or by every second byte being 0, else
 * Windows-1252 (IMPORT-1).
 */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const start = bytes.subarray(0, 4_000);
  const zeros = (odd: number) => start.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  // Digits, marks and line ends have a 0 in UTF-16, whatever the letters are; another text has none, or few by damage.
  const isWide = (odd: number) => zeros(odd) > start.length / 40 && zeros(odd) > 9 * zeros(1 - odd);
  if (isWide(1)) return new TextDecoder("utf-16le").decode(bytes);
  if (isWide(0)) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if ((error as Error).name !== "TypeError") throw error;
    return decodeOld(bytes);
  }
}
