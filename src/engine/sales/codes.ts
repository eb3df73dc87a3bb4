import { isErrorCell } from "../kernel/cells";
import { codesIn, plainCode } from "../kernel/codes";
import type { Day } from "../kernel/day";
import { cellText } from "../kernel/fields";
import type { Key } from "../kernel/keys";
import type { Sentence } from "../kernel/message";
import { nearestName } from "../kernel/nearest-name";
import { remembered } from "../kernel/remembered";
import { say } from "../kernel/say";
import type { Program, TableData } from "../program/program";
import { isDoubted, type Work } from "../program/work";
import type { Partner, Transaction } from "../tables";
import { isArchivedOn, isBeforeJoining } from "../tables/is-archived";

/** A code as a partner spells it, with the partners who have it: one, unless something is wrong. */
export interface KnownCode {
  readonly code: string;
  readonly partners: readonly Key<"partners">[];
}
type Codes = ReadonlyMap<string, KnownCode>;

const known = new WeakMap<TableData<"partners">, Codes>();
const none: Codes = new Map();

/** Every code, as it is compared. The codes of a row that can't be read are no less its own (IMPORT-6). */
export function codesOf({ tables: { partners } }: Pick<Program, "tables">): Codes {
  if (!partners) return none;
  return remembered(known, partners, () => readCodes(partners));
}

function readCodes(partners: TableData<"partners">): Codes {
  const codes = new Map<string, KnownCode>();
  for (const { key, raw } of partners.rows) {
    const { codes: cell = "" } = raw.cells;
    if (key === "" || isErrorCell(cell)) continue;
    for (const code of codesIn(cellText(cell))) {
      const { partners: others, ...first } = codes.get(plainCode(code)) ?? { code, partners: [] };
      const all = others.includes(key) ? others : [...others, key];
      codes.set(plainCode(code), { ...first, partners: all });
    }
  }
  return codes;
}

/** Whose a code is on a day: a partner's, nobody's (not yet, or not any more), or unclear. */
export type CodeOn =
  | { readonly kind: "of"; readonly code: string; readonly partner: Partner }
  | { readonly kind: "nobody's"; readonly code: string; readonly says: Sentence }
  | { readonly kind: "unclear"; readonly code: string; readonly says: string };

/** A shop's own coupon is on many sales, and each is asked about several times: the nearest code is sought once. */
const unknown = new WeakMap<Codes, Map<string, CodeOn>>();
const unknownCode = (codes: Codes, typed: string): CodeOn =>
  remembered(
    remembered(unknown, codes, () => new Map()),
    typed,
    () => {
      const all = [...codes.values()].map(({ code }) => code);
      const nearest = nearestName(typed, all);
      const like = nearest === undefined ? "" : `; the nearest is “${nearest}”`;
      return { kind: "unclear", code: typed, says: `no partner has the code “${typed}”${like}` };
    },
  );

/** Whose a code is for an event of a day: it ends with *Codes until*, and with its partner's archiving (IMPORT-6). */
export function codeOn(work: Work<"partners">, typed: string, day: Day): CodeOn {
  const codes = codesOf(work.program);
  const found = codes.get(plainCode(typed));
  if (!found) return unknownCode(codes, typed);
  const { code, partners } = found;
  const [only = "", second] = partners;
  if (second !== undefined) {
    const says = `more than one partner has the code “${code}” (${partners.join(", ")})`;
    return { kind: "unclear", code, says };
  }
  const partner = work.get("partners", only);
  if (!partner || isDoubted(work, "partners", only)) {
    return {
      kind: "unclear",
      code,
      says: `partner “${only}”, whose code “${code}” is, has no usable row`,
    };
  }
  if (isBeforeJoining(partner, day)) {
    const says = say`the partner of the code “${code}” joined on ${{ day: partner.joinedOn as Day }}`;
    return { kind: "nobody's", code, says };
  }
  const last = partner.codesUntil;
  if (last !== null && day > last) {
    return { kind: "nobody's", code, says: say`the code “${code}” ended on ${{ day: last }}` };
  }
  return isArchivedOn(partner, day)
    ? { kind: "nobody's", code, says: `the partner of the code “${code}” is archived` }
    : { kind: "of", code, partner };
}

/** A code as its partner spells it, for rules; an unknown one as it is. */
export const spelledCode = (program: Pick<Program, "tables">, code: string | null): string | null =>
  code && (codesOf(program).get(plainCode(code))?.code ?? code);

/** Whether a partner has a code. */
export const hasCode = (program: Pick<Program, "tables">, partner: Key, code: string): boolean =>
  codesOf(program).get(plainCode(code))?.partners.includes(partner) ?? false;

/** What is to be said of a sale's code that does not say whose the sale is; undefined where there is nothing (IMPORT-6). */
export function remarkOn(
  work: Work<"partners">,
  { code, date }: Pick<Transaction, "code" | "date">,
  partner: Key | null,
): Sentence | undefined {
  if (code === null || (partner !== null && hasCode(work.program, partner, code))) return undefined;
  const on = codeOn(work, code, date.day);
  if (on.kind !== "of") return on.says;
  return `the code “${on.code}” is another partner's (${on.partner.key}), and changes nothing`;
}
