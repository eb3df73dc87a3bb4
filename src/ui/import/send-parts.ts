import type { Output, ReplyError } from "../../engine/contract/contract";
import type { WirePart } from "../../engine/intake/import/wire-row";
import { call } from "../state/call";

export type PartReport = Output<"check-import">;
export type SentPart = { readonly reports: readonly PartReport[]; readonly error?: ReplyError };

/** Asks for each part what it would come to; stops at the first that fails. */
export async function checkParts(parts: readonly WirePart[], startOn: string): Promise<SentPart> {
  return each(parts, undefined, (rows) => call("check-import", { rows, startOn }));
}

/** Sends part after part from `from` on; a part sent twice makes its rows once. */
export async function sendParts(
  parts: readonly WirePart[],
  given: { readonly startOn: string; readonly file: string; readonly formId: string },
  from: number,
  onPart: (done: number) => void,
): Promise<SentPart> {
  return each(
    parts.slice(from),
    (done) => onPart(from + done),
    (rows, at) => call("import-rows", { ...given, rows, part: from + at + 1 }),
  );
}

async function each(
  parts: readonly WirePart[],
  onPart: ((done: number) => void) | undefined,
  send: (
    rows: string,
    at: number,
  ) => Promise<{ ok: true; output: PartReport } | { ok: false; error: ReplyError }>,
): Promise<SentPart> {
  const reports: PartReport[] = [];
  for (const [at, part] of parts.entries()) {
    const reply = await send(JSON.stringify(part), at);
    if (!reply.ok) return { reports, error: reply.error };
    reports.push(reply.output);
    onPart?.(at + 1);
  }
  return { reports };
}
