import type { IncomingMessage } from "node:http";
import { Refused } from "./refused";

const megabyte = 1024 * 1024;

/** In bytes; bodies that are being read at the same time are counted together. */
const limits = { workbook: 64 * megabyte, call: 24 * megabyte, together: 96 * megabyte } as const;

let reading = 0;

/** The whole body of a request. Refuses one over 64 MB (a workbook) or 24 MB (any other), and too many at once. */
export async function readBody(
  request: IncomingMessage,
  kind: "workbook" | "call",
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length;
      reading += part.length;
      if (size > limits[kind]) {
        throw new Refused(413, `This is larger than ${limits[kind] / megabyte} MB.`);
      }
      if (reading > limits.together) {
        throw new Refused(503, "Too much is being sent at once. Wait a moment and try again.");
      }
      parts.push(part);
    }
    return Buffer.concat(parts);
  } finally {
    reading -= size;
  }
}

/** The JSON of a call's body; refuses what is none. */
export async function readCall(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, "call");
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RangeError) {
      throw new Refused(400, "This request is damaged: it is no valid JSON.");
    }
    throw cause;
  }
}
