import { emailIn } from "../../kernel/email";
import { isNamePart, knownHeader, plainHeader, type Target } from "./header-names";
import { amountText } from "./read-amount";
import { isDate } from "./read-moment";
import {
  isFlagWord,
  outcomeOf,
  plainWord,
  saysCameIn,
  saysNothing,
  saysTakenBack,
  saysTest,
  saysWhether,
} from "./status-words";

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
/** How many lines are read to tell what a column is. */
const LOOKED_AT = 200;

const isAmount = (text: string): boolean => amountText(text) !== undefined;
const isMail = (text: string): boolean => emailIn(text) !== undefined;

/** Whether all cells say of which side of an account the line is, and both sides occur: CR and DR, Soll and Haben. */
function isCreditAndDebit(texts: readonly string[]): boolean {
  const words = new Set(texts.map(plainWord));
  return sides.some((pair) => words.size === 2 && pair.split(" ").every((side) => words.has(side)));
}
const sides = ["cr dr", "c d", "credit debit", "haben soll", "h s"];
/** A column of card kinds has the same words as one of sides. */
const saysCard = (header: string): boolean =>
  /card|karte|carte|funding|method|account/i.test(header);
/** Amounts that are not what was paid. */
const OTHER_AMOUNT =
  /fee|tax|vat|mwst|steuer|gebuhr|frais|tva|iva|balance|saldo|solde|debit|soll|refund|discount|rabatt|remise|shipping|versand|porto|cost|kosten|commission|provision|tip|qty|quantity|menge|rate|kurs|unit|einzel/;
/** … unless they are with it: "Amount incl. tax". */
const isOtherAmount = (header: string): boolean =>
  OTHER_AMOUNT.test(header) && !/incl|ttc|inkl|gross|brutto/.test(header);

/** Whether the cells of a column can be what its header says; a header alone may mean another thing elsewhere. */
function fits(target: Target, texts: readonly string[]): boolean {
  if (texts.length === 0) return true;
  const share = (is: (text: string) => boolean) => texts.filter(is).length / texts.length;
  switch (target) {
    case "date":
      return share(isDate) >= 0.5 || share((text) => /\d/.test(text)) < 0.5;
    case "refundedOn":
      return texts.every(
        (text) => saysNothing(text) || /^\d+[-/. ]|^\d{10}/.test(text) || isDate(text),
      );
    case "amount":
    case "refunded":
      if (target === "refunded" && texts.every((text) => saysWhether(text) !== undefined))
        return true;
      return share((text) => !isAmount(text) && /^\D*$/.test(text)) < 0.5;
    case "kind":
      // Only where some lines are no sales: "Subscription" and "One-time" are categories.
      return (
        isCreditAndDebit(texts) ||
        texts.some((text) => outcomeOf(text) === "refund" || outcomeOf(text) === "out")
      );
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
    target === "flag" ||
    target === "status" ||
    ![...taken.values()].some((each) => each.target === target);
  const ranked = headers
    .flatMap((header, at) => {
      const known = knownHeader(header);
      return known ? [{ at, ...known }] : [];
    })
    .sort((a, b) => a.rank - b.rank);
  const isRival = (target: Target, rank: number) => {
    const rivals = ranked.filter((each) => each.target === target);
    return (
      rivals.length > 1 && (rank > 3 || rivals.filter((each) => each.rank === rank).length > 1)
    );
  };
  for (const { at, target, rank } of ranked) {
    const texts = cells[at] as readonly string[];
    const names = [...taken].filter(([, each]) => each.target === "name");
    const isRest =
      target === "name" &&
      [at, ...names.map(([other]) => other)].every((each) => isNamePart(headers[each] ?? ""));
    const meant = target === "kind" && !fits("kind", texts) ? "category" : target;
    if ((isFree(meant) || isRest) && fits(meant, texts))
      taken.set(at, { target: meant, sure: isRival(target, rank) ? "likely" : "sure" });
  }
  const guess = (target: Target) => ({ target, sure: "guess" as const });
  const find = (target: Target, is: (text: string, header: string) => boolean) => {
    if (!isFree(target)) return;
    const at = cells.findIndex(
      (texts, index) =>
        !taken.has(index) &&
        texts.length > 0 &&
        texts.every((text) => is(text, plainHeader(headers[index] ?? ""))),
    );
    if (at >= 0) taken.set(at, guess(target));
  };
  headers.forEach((header, at) => {
    const texts = cells[at] as readonly string[];
    if (taken.has(at) || texts.length === 0) return;
    const isAmounts =
      texts.every((text) => isAmount(text)) && !texts.every((text) => isFlagWord(text));
    if (saysTakenBack(header))
      taken.set(at, isAmounts && isFree("refunded") ? guess("refunded") : guess("flag"));
    else if (saysCameIn(header) && texts.every(isFlagWord)) taken.set(at, guess("flag"));
    else if (isFree("kind") && !saysCard(header) && isCreditAndDebit(texts))
      taken.set(at, guess("kind"));
  });
  if (isFree("test")) {
    // "Live" and "test", whatever the header: yes and no say something else each time.
    const at = cells.findIndex(
      (texts, index) =>
        !taken.has(index) &&
        texts.some((text) => saysTest(text)) &&
        texts.every((text) => saysTest(text) !== undefined && !isFlagWord(text)),
    );
    if (at >= 0) taken.set(at, guess("test"));
  }
  find("date", (text) => isDate(text) && /\D/.test(text));
  find(
    "amount",
    (text, header) => isAmount(text) && /[.,]\d\d\b|[€$£]/.test(text) && !isOtherAmount(header),
  );
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
