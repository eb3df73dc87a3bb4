import type { IncomingMessage } from "node:http";

/** In bytes; an uploaded workbook may be large, and no other request comes near this. */
const most = 200 * 1024 * 1024;

/** The whole body of a request; throws over 200 MB. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new Error("This is too large.");
    parts.push(part);
  }
  return Buffer.concat(parts);
}
