import { clip } from "../../kernel/cells";
import { emailIn } from "../../kernel/email";
import type { DateCell } from "../../kernel/fields";
import { groupBy } from "../../kernel/group-by";
import { keyForContent } from "../../kernel/keys";
import { toCellNumber } from "../../kernel/money";
import type { Answers, FileContext } from "./answers";
import type { Target } from "./header-names";
import { collectFaults, createRepeats, type ImportRow, type LineRead } from "./import-row";
import type { Move } from "./move-row";
import { type CellReader, createCellReader } from "./read-cells";
import type { FileLine } from "./read-csv";
import {
  isPartlyRefunded,
  type Outcome,
  outcomeOf,
  plainWord,
  saysNobody,
  saysNothing,
  saysTotal,
} from "./status-words";

type Said = Omit<ImportRow, "key" | "former" | "line">;
export interface Reader extends CellReader {
  readonly read: (line: FileLine) => LineRead;
}

/** How lines that are no sales are read: partners, customers, open rewards (IMPORT-16). */
export interface LineReaders {
  readonly outcomeOf: (kind: Move) => (word: string) => Outcome | undefined;
  readonly reader: (
    cells: CellReader,
    kind: Move,
    answers: Answers,
  ) => (line: FileLine) => LineRead;
}

/** Prepares the reading of a file's lines: what is alike in all of them is calculated once. */
export function createReader(
  headers: readonly string[],
  targets: readonly (Target | null)[],
  lines: readonly FileLine[],
  answers: Answers,
  context: FileContext,
  others?: LineReaders,
): Reader {
  const cells = createCellReader(headers, targets, lines, answers, context);
  const { text, states, has, wordOf, readDate, readMoney } = cells;
  const { lines: kind = "sales" } = answers;
  if (kind !== "sales" && kind !== "applications" && others)
    return { ...cells, read: others.reader(cells, kind, answers) };
  const repeats = createRepeats();
  const firsts = new Set<string>();
  const contents = new Set<string>();
  const keyed = groupBy(lines, (line) => text(line, "key"));
  const isRepeated = (key: string) => key !== "" && (keyed.get(key) ?? []).length > 1;

  const read = (line: FileLine): LineRead => {
    const { reasons, about, fail } = collectFaults();
    const word = (target: Target) => cells.word(line, target, fail);
    const key = word("key");
    // A further line of an order, whatever its first line is.
    if (key !== "" && firsts.has(key) && text(line, "amount") === "")
      return { kind: "out", line: line.line, word: "" };
    firsts.add(key);
    const outcome = outcomeFor(line);
    if (outcome === "out") return { kind: "out", line: line.line, word: wordOf(line) };
    if (outcome === undefined) {
      fail(`“${wordOf(line)}” may be a sale or not: choose what it is`, "statuses");
    }
    // A line of the kind "refund" is one; a sale whose status is "refunded" is none.
    const isRefundLine =
      outcome === "refund" &&
      (!saysNobody(text(line, "refundOf")) || outcomeOfWord(line, text(line, "kind")) === "refund");
    const customer = word("customer") || word("email") || word("name");
    const date = readDate(line, fail);
    const money = readMoney(line, fail);
    const refundedOn = saysNothing(text(line, "refundedOn"))
      ? null
      : cells.moment(line, "refundedOn");
    if (refundedOn && "reason" in refundedOn)
      fail(refundedOn.reason, refundedOn.isAmbiguous && "dates");
    const isRefund = money !== undefined && (money.amount < 0 || isRefundLine);
    // An order's refund may be a line with the order's own key.
    const isOfOwnKey = isRefund && saysNobody(text(line, "refundOf")) && isRepeated(key);
    const refundOf = isOfOwnKey ? key : isRefund ? word("refundOf") : "";
    const ownKey = isOfOwnKey ? "" : key;
    if (customer === "" && !isRefund && !isRefundLine) fail("the customer is blank");
    if (saysTotal(customer)) fail(`“${customer}” looks like a total of other lines`);
    if (isRefund && !isOfOwnKey && saysNobody(text(line, "refundOf")))
      fail("a refund, but no column says of which sale");
    const isTest = cells.readTest(line, fail);
    const own = cells.readOwn(line, money?.currency ?? null, fail);
    const said = {
      name: cells.said(line, "name", fail),
      product: cells.said(line, "product", fail),
      category: cells.said(line, "category", fail),
      partner: word("partner"),
      code: cells.said(line, "code", fail),
    };
    if (date === undefined || money === undefined || reasons.length > 0) {
      return { kind: "bad", line: line.line, reasons, about };
    }
    const row: Said = {
      ...said,
      customer,
      email: emailIn(text(line, "email") || customer) ?? "",
      date,
      since: null,
      amount: Math.abs(money.amount),
      currency: money.currency,
      isRefund,
      refundOf,
      refunded: isRefund
        ? 0
        : money.refunded === 0 && (outcome === "refund" || isDatedBack(line))
          ? "all"
          : money.refunded,
      refundedOn: refundedOn as DateCell | null,
      isArchived: states(line).some((each) => plainWord(each) === "archived"),
      isTest,
      own,
      answer: "",
    };
    return (
      repeats(line.line, ownKey, row, `the key “${clip(key, 60)}”`) ?? {
        kind: "row",
        row: {
          line: line.line,
          ...(ownKey ? { key: ownKey, former: "" } : contentKeys(row, isOfOwnKey, line)),
          ...row,
        },
      }
    );
  };

  /**
   * From what the line says: the n-th line that says the same has the n-th such key, in each file of it. Where it names a zone,
   * it says its instant, which stays when the spreadsheet's zone is changed; `former` is the key by its day and time there.
   */
  const contentKeys = (row: Said, isOfOwnKey: boolean, line: FileLine) => {
    const { customer, date, amount, currency, product, isRefund, refundOf } = row;
    const shown = toCellNumber({ amount, currency: currency ?? context.programCurrency });
    const keyOf = ({ day, time }: DateCell, ...more: readonly string[]): string => {
      const what = [customer, day, time, isRefund ? -shown : shown, currency ?? "", product];
      const key = keyForContent("trx", [...what, ...more].join("|"), (each) => contents.has(each));
      contents.add(key);
      return key;
    };
    const sale = isRefund ? [refundOf] : [];
    const utc = cells.utcOf(line);
    const former = keyOf(date, ...(isOfOwnKey ? sale : []));
    // Earlier releases did not say of which sale a refund is.
    return utc || (isRefund && !isOfOwnKey)
      ? { key: keyOf(utc ?? date, ...sale, ...(utc ? ["UTC"] : [])), former }
      : { key: former, former: "" };
  };
  /** Where no column says how much was given back, a day of it says that all was. */
  const isDatedBack = (line: FileLine): boolean =>
    !has("refunded") &&
    !saysNothing(text(line, "refundedOn")) &&
    !states(line).some(isPartlyRefunded);
  const outcomeOfWord = (line: FileLine, said: string): Outcome | undefined => {
    const told = answers.outcomes?.[plainWord(said)];
    if (told) return told;
    if (["active", "archived"].includes(plainWord(said))) return "sale";
    // How much was given back, the amount refunded says.
    if (isPartlyRefunded(said)) return /[1-9]/.test(text(line, "refunded")) ? "sale" : undefined;
    return outcomeOf(said);
  };
  const outcomeFor = (line: FileLine): Outcome | undefined => {
    const each = states(line).map((said) => outcomeOfWord(line, said));
    if (each.includes("out")) return "out";
    if (each.includes(undefined)) return undefined;
    return each.includes("refund") ? "refund" : "sale";
  };
  return { ...cells, read };
}
