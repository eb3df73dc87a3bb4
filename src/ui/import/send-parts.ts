import type { Output, ReplyError } from "../../engine/contract/contract";
import type { LineKind, Move } from "../../engine/intake/import/move-row";
import type { WirePart } from "../../engine/intake/import/wire-row";
import { call } from "../state/call";

/** What a part comes to; of partners, customers and open rewards some counts are always none. */
export type PartReport = Output<"check-import"> & Pick<Output<"check-move">, "rewards" | "drips">;
export type SentPart = { readonly reports: readonly PartReport[]; readonly error?: ReplyError };
type Reply =
  | { readonly ok: true; readonly output: Partial<PartReport> }
  | { readonly ok: false; readonly error: ReplyError };

const nothing: PartReport = {
  sales: 0,
  refunds: 0,
  customers: [],
  partners: [],
  rewards: [],
  drips: [],
  known: 0,
  changed: [],
  bad: [],
  similar: [],
  refundedBefore: [],
  noPartner: 0,
  unknownCodes: [],
  noPartnerCustomers: [],
  tests: 0,
  ofTests: [],
  history: 0,
};

/** Asks for each part what it would come to; stops at the first that fails. */
export async function checkParts(
  parts: readonly WirePart[],
  lines: LineKind,
  startOn: string,
): Promise<SentPart> {
  return each(parts, undefined, (rows) =>
    lines === "sales"
      ? call("check-import", { rows, startOn })
      : call("check-move", { rows, lines: lines as Move }),
  );
}

/** Sends part after part from `from` on; a part sent twice makes its rows once. */
export async function sendParts(
  parts: readonly WirePart[],
  given: {
    readonly lines: LineKind;
    readonly startOn: string;
    readonly file: string;
    readonly formId: string;
  },
  from: number,
  onPart: (done: number) => void,
): Promise<SentPart> {
  const { lines, startOn, ...rest } = given;
  return each(
    parts.slice(from),
    (done) => onPart(from + done),
    (rows, at) => {
      const part = { ...rest, rows, part: from + at + 1 };
      return lines === "sales"
        ? call("import-rows", { ...part, startOn })
        : call("move-in", { ...part, lines: lines as Move });
    },
  );
}

async function each(
  parts: readonly WirePart[],
  onPart: ((done: number) => void) | undefined,
  send: (rows: string, at: number) => Promise<Reply>,
): Promise<SentPart> {
  const reports: PartReport[] = [];
  for (const [at, part] of parts.entries()) {
    const reply = await send(JSON.stringify(part), at);
    if (!reply.ok) return { reports, error: reply.error };
    reports.push({ ...nothing, ...reply.output });
    onPart?.(at + 1);
  }
  return { reports };
}
