import { emailIn } from "../../kernel/email";
import { isNamePart, knownHeader, type Target } from "./header-names";
import { amountText } from "./read-amount";
import { readMoment } from "./read-moment";
import { isFlagWord, outcomeOf, saysTest, saysWhether } from "./status-words";

/** How sure a guess is: by its name, by the better of several names, or by what its cells look like. */
export type Sureness = "sure" | "likely" | "guess";
/** A column of the file, what it becomes (null: nothing), and what its first cells say. */
export interface FileColumn {
  readonly header: string;
  readonly target: Target | null;
  readonly sure: Sureness;
  readonly samples: readonly string[];
}
export type Cells = readonly (readonly string[])[];

const SAMPLES = 3;
/** So many lines tell what a column is. */
const LOOKED_AT = 200;
const either = { slashed: "day first", dotted: "day first" } as const;
const isDate = (text: string): boolean => !("reason" in readMoment(text, either));
const isAmount = (text: string): boolean => amountText(text) !== undefined;
const isMail = (text: string): boolean => emailIn(text) !== undefined;

/** Whether the cells of a column can be what its header says; a header alone may mean another thing elsewhere. */
function fits(target: Target, texts: readonly string[]): boolean {
  if (texts.length === 0) return true;
  const share = (is: (text: string) => boolean) => texts.filter(is).length / texts.length;
  switch (target) {
    case "date":
      return share(isDate) >= 0.5 || share((text) => /\d/.test(text)) < 0.5;
    case "amount":
    case "refunded":
      if (target === "refunded" && texts.every((text) => saysWhether(text) !== undefined))
        return true;
      return share((text) => !isAmount(text) && /^\D*$/.test(text)) < 0.5;
    case "kind":
      // Only where some lines are no sales: "Subscription" and "One-time" are categories.
      return texts.some((text) => outcomeOf(text) === "refund" || outcomeOf(text) === "out");
    case "flag":
      return texts.every((text) => isFlagWord(text));
    case "test":
      return texts.every((text) => saysTest(text) !== undefined);
    case "time":
      return share((text) => /^\d{1,2}[:.h]\d\d|[ap]\.?m/i.test(text)) >= 0.5;
    default:
      return true;
  }
}

/**
 * Guesses what the columns of a file are, by their headers and by what their cells look like. Each target is taken
 * once, by the column with the best name of it; an e-mail is the customer where nothing else is (IMPORT-2).
 */
export function guessColumns(headers: readonly string[], lines: Cells): readonly FileColumn[] {
  const cells = headers.map((_, at) =>
    lines
      .slice(0, LOOKED_AT)
      .map((line) => (line[at] ?? "").trim())
      .filter((text) => text !== ""),
  );
  const taken = new Map<number, { readonly target: Target; readonly sure: Sureness }>();
  const isFree = (target: Target) =>
    target === "flag" || ![...taken.values()].some((each) => each.target === target);
  const ranked = headers
    .flatMap((header, at) => {
      const known = knownHeader(header);
      return known ? [{ at, ...known }] : [];
    })
    .sort((a, b) => a.rank - b.rank);
  const isRival = (target: Target) => ranked.filter((each) => each.target === target).length > 1;
  for (const { at, target, rank } of ranked) {
    const texts = cells[at] as readonly string[];
    const names = [...taken].filter(([, each]) => each.target === "name");
    const isRest =
      target === "name" &&
      [at, ...names.map(([other]) => other)].every((each) => isNamePart(headers[each] ?? ""));
    const meant = target === "kind" && !fits("kind", texts) ? "category" : target;
    if ((isFree(meant) || isRest) && fits(meant, texts))
      taken.set(at, { target: meant, sure: rank > 3 && isRival(target) ? "likely" : "sure" });
  }
  const find = (target: Target, is: (text: string) => boolean) => {
    if (!isFree(target)) return;
    const at = cells.findIndex(
      (texts, index) => !taken.has(index) && texts.length > 0 && texts.every(is),
    );
    if (at >= 0) taken.set(at, { target, sure: "guess" });
  };
  find("date", (text) => isDate(text) && /\D/.test(text));
  find("amount", (text) => isAmount(text) && /[.,]\d\d\b|[€$£]/.test(text));
  if (isFree("customer")) find("email", isMail);
  for (const other of ["email", "name"] as const) {
    const found = [...taken].find(([, { target }]) => target === other);
    if (isFree("customer") && found) taken.set(found[0], { ...found[1], target: "customer" });
  }
  return headers.map((header, at) => ({
    header,
    target: taken.get(at)?.target ?? null,
    sure: taken.get(at)?.sure ?? "guess",
    samples: (cells[at] as readonly string[]).slice(0, SAMPLES),
  }));
}
