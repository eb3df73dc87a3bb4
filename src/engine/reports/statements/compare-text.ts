import { plainText } from "../../kernel/cells";
import { lineText } from "../../kernel/mail-document";
import { balanceLines } from "./statement-mail";
import type { WholeStatement } from "./whole-statement";

/** An amount other than 0, or the day on which a reward was earned: how a returned payout is shown says nothing else. */
const FIGURE = /-?\b\d[\d.]*\d? [A-Z]{3}\b|earned \d{4}-\d\d-\d\d/g;
const figuresIn = (text: string): readonly string[] =>
  (text.match(FIGURE) ?? []).filter((figure) => !/^-?[0.]+ /.test(figure));

/**
 * Compares the figures of a balance, as a mail shows it before its code, with the statement: `missing` are its lines of which an
 * amount or a day is not in the text, `extra` what only the text has; both are empty where there is no balance in it. The text
 * may come from the plain mail or from its HTML; what is said besides figures doesn't matter. `codeAt` is where its code begins.
 */
export function compareText(whole: WholeStatement, text: string, codeAt: number) {
  const from = text.lastIndexOf("Opening balance", codeAt);
  if (from < 0) return { missing: [], extra: [] };
  const pasted = plainText(text.slice(from, codeAt));
  const left = new Map<string, number>();
  for (const figure of figuresIn(pasted)) left.set(figure, (left.get(figure) ?? 0) + 1);
  const take = (figure: string): boolean => {
    const count = left.get(figure) ?? 0;
    left.set(figure, Math.max(0, count - 1));
    return count > 0;
  };
  const missing = balanceLines(whole)
    .map((line) => plainText(lineText(line)))
    .filter((line) => !figuresIn(line).map(take).every(Boolean));
  const extra = [...left].flatMap(([figure, count]) => Array<string>(count).fill(figure));
  const isShortened = /\band \d+ more\b/.test(pasted);
  return { missing: isShortened ? [] : missing, extra };
}
