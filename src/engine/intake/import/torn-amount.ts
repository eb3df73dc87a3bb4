import { clip } from "../../kernel/cells";
import type { Target } from "./header-names";
import type { FileLine } from "./read-csv";

/** A whole number, with a sign or a currency before it. */
const WHOLE = /^[^\d.,]*(\d+)$/;
/** What a comma leaves behind it: three digits and what follows, or the two digits of decimals. */
const REST = /^(?:\d{3}(?:\.\d+)?|\d{2})[^\d.,]*$/;
/** The same where it is no number of its own: decimals or a currency say that an amount ends here. */
const END = /^(?:\d{3}\.\d+[^\d.,]*|\d{2,3}[^\d.,]+)$/;
const isNumber = (text: string): boolean => /^[^\d.,]*\d[\d.,]*[^\d.,]*$/.test(text);

const isMoney = (target: Target | null | undefined): boolean =>
  target === "amount" || target === "refunded" || (target ?? "").startsWith("amount:");

/**
 * Finds the amounts that an unquoted comma tore in two, such as 1,200.00 or 427,25 in a file whose cells are parted by commas: a
 * whole number stands under the amount, the rest under the next header, and a blank cell may stand beside the table
 * (IMPORT-18). A line with no more cells than headers is one only where the next column holds no other numbers. Answers each
 * such line with its reason.
 */
export function tornAmounts(
  headers: readonly string[],
  targets: readonly (Target | null)[],
  body: readonly FileLine[],
): ReadonlyMap<FileLine, string> {
  const torn = new Map<FileLine, string>();
  for (const at of targets.keys()) {
    if (!isMoney(targets[at]) || isMoney(targets[at + 1])) continue;
    const restOf = ({ cells }: FileLine) => (cells[at + 1] ?? "").trim();
    const split = body.filter((line) => {
      const whole = WHOLE.exec((line.cells[at] ?? "").trim())?.[1];
      const isLong = (whole ?? "").length > 3;
      return (
        whole !== undefined && REST.test(restOf(line)) && !(isLong && /^\d{3}/.test(restOf(line)))
      );
    });
    const ends = split.filter((line) => END.test(restOf(line)));
    const hasNumbers = body.filter((line) => isNumber(restOf(line))).length > ends.length;
    for (const line of split) {
      const isWide = line.cells.length > headers.length;
      if (!isWide && (hasNumbers || !ends.includes(line))) continue;
      const first = clip((line.cells[at] ?? "").trim(), 40);
      torn.set(
        line,
        `“${first}” and “${clip(restOf(line), 40)}” look like one amount that a comma parted: put it in quotation marks`,
      );
    }
  }
  return torn;
}
