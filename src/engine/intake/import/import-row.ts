import { clip } from "../../kernel/cells";
import type { Cell, DateCell } from "../../kernel/fields";
import { plainName } from "../../program/customer-names";
import type { LineRow, MoveRow } from "./move-row";

/** Says why a line can't be taken, and which question would settle it. */
export type Fail = (reason: string, about?: string | false) => undefined;

/** Collects why one line can't be taken. */
export function collectFaults() {
  const reasons: string[] = [];
  const about: string[] = [];
  const fail: Fail = (reason, question) => {
    reasons.push(clip(reason, 200));
    if (question) about.push(question);
    return undefined;
  };
  return { reasons, about, fail };
}

/** One line as a sale or a refund. */
export interface ImportRow extends LineRow {
  readonly date: DateCell;
  /** When its customer was first seen in the file, where that was before. */
  readonly since: DateCell | null;
  readonly product: string;
  readonly category: string;
  /** The code that the customer gave; several with commas between them. */
  readonly code: string;
  readonly isRefund: boolean;
  /** Of a refund, its sale. */
  readonly refundOf: string;
  /** Of a sale, what was given back of it so far, and when; "all" where only a status says so. */
  readonly refunded: number | "all";
  readonly refundedOn: DateCell | null;
  readonly isArchived: boolean;
  readonly isTest: boolean;
  /** What it says in columns of the team's own, by header. */
  readonly own: Readonly<Record<string, Cell>>;
}
/**
 * The rows with a partner for customers who have none in the file. One who gave a code is left to it (IMPORT-6a).
 */
export function withOwner(rows: readonly ImportRow[], owner: string): readonly ImportRow[] {
  if (owner === "") return rows;
  const coded = new Set(
    rows.flatMap(({ customer, code }) => (code === "" ? [] : [plainName(customer)])),
  );
  return rows.map((row) =>
    row.partner !== "" || coded.has(plainName(row.customer)) ? row : { ...row, partner: owner },
  );
}

/** What a line becomes; nothing is lost (IMPORT-3). */
export type LineRead =
  | { readonly kind: "row"; readonly row: ImportRow }
  | {
      readonly kind: "bad";
      readonly line: number;
      readonly reasons: readonly string[];
      readonly about: readonly string[];
    }
  | { readonly kind: "move"; readonly row: MoveRow }
  /** Left out by its status, or as a further line of the sale before it (""). */
  | { readonly kind: "out"; readonly line: number; readonly word: string }
  /** Says the same as an earlier line with the same key. */
  | { readonly kind: "double"; readonly line: number; readonly of: number };

/**
 * Notes the keys of a file's lines: a line with the key of an earlier one is that line's double where it says the same, else
 * one to correct, which `what` names. Lines without a key repeat none.
 */
export function createRepeats() {
  const seen = new Map<string, { readonly line: number; readonly content: string }>();
  return (line: number, key: string, row: object, what: string): LineRead | undefined => {
    if (key === "") return undefined;
    const content = JSON.stringify(row);
    const before = seen.get(key);
    if (before?.content === content) return { kind: "double", line, of: before.line };
    if (before) {
      const reason = `${what} is also in line ${before.line}`;
      return { kind: "bad", line, reasons: [reason], about: [] };
    }
    seen.set(key, { line, content });
    return undefined;
  };
}
