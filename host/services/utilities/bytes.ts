import type { Plain } from "../../realm/inside/bridge";
import { ServiceError } from "../../workbook/base/service-error";

const encodings: Readonly<Record<string, BufferEncoding>> = {
  UTF_8: "utf8",
  "UTF-8": "utf8",
  US_ASCII: "ascii",
  "US-ASCII": "ascii",
  "ISO-8859-1": "latin1",
  "UTF-16LE": "utf16le",
};

const encodingOf = (charset: string): BufferEncoding => {
  const encoding = encodings[charset.toUpperCase()];
  if (encoding === undefined) throw new ServiceError(`Invalid argument: charset ${charset}`);
  return encoding;
};

/** Bytes as Apps Script has them, −128 to 127 (PLATFORM-13). */
export const signedBytes = (buffer: Uint8Array): number[] => Array.from(new Int8Array(buffer));

/** The bytes behind Apps Script's list of signed numbers. */
export const bufferOf = (bytes: Plain): Buffer => Buffer.from(bytes as number[]);

/** Encodes a text; characters that US-ASCII or Latin 1 lack become "?", as in Java. */
export const encodeText = (text: string, charset: string): number[] => {
  const encoding = encodingOf(charset);
  const highest = encoding === "ascii" ? 0x7f : encoding === "latin1" ? 0xff : 0x10ffff;
  const known = Array.from(text, (each) => ((each.codePointAt(0) ?? 0) > highest ? "?" : each));
  return signedBytes(Buffer.from(known.join(""), encoding));
};

/** Decodes bytes; what the charset lacks becomes U+FFFD. */
export const decodeText = (bytes: Plain, charset: string): string => {
  const encoding = encodingOf(charset);
  const buffer = bufferOf(bytes);
  if (encoding !== "ascii") return buffer.toString(encoding);
  return Array.from(buffer, (each) => (each > 0x7f ? "\ufffd" : String.fromCharCode(each))).join(
    "",
  );
};
