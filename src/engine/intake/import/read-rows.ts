import { clip, plainText } from "../../kernel/cells";
import { emailIn } from "../../kernel/email";
import { type DateCell, keyField } from "../../kernel/fields";
import { keyForContent } from "../../kernel/keys";
import { type Currency, exponentOf, toCellNumber } from "../../kernel/money";
import type { Answers, FileContext } from "./answers";
import type { Target } from "./header-names";
import { saysMinor } from "./header-names";
import type { ImportRow, LineRead } from "./import-row";
import {
  type AmountStyle,
  amountText,
  currencyNamed,
  mayBe,
  readAmount,
  styleOf,
} from "./read-amount";
import type { FileLine } from "./read-csv";
import { type DayOrder, dayOrderOf, readMoment } from "./read-moment";
import {
  isFlagged,
  isPartlyRefunded,
  type Outcome,
  outcomeOf,
  plainWord,
  saysWhether,
} from "./status-words";
import { localMoment } from "./zones";

export interface Reader {
  readonly text: (line: FileLine, target: Target) => string;
  /** What says whether the line is a sale: its status, its kind, and the headers of the flags it carries. */
  readonly states: (line: FileLine) => readonly string[];
  readonly has: (target: Target) => boolean;
  readonly style: AmountStyle;
  readonly read: (line: FileLine) => LineRead;
}

/** Prepares the reading of a file's lines: what is alike in all of them is worked out once. */
export function createReader(
  headers: readonly string[],
  targets: readonly (Target | null)[],
  lines: readonly FileLine[],
  answers: Answers,
  context: FileContext,
): Reader {
  const places = new Map<Target, number>();
  targets.forEach((target, at) => {
    if (target && !places.has(target)) places.set(target, at);
  });
  const has = (target: Target) => places.has(target);
  // Line breaks, tabs and signs that nobody sees are no part of a name or a key.
  const text = ({ cells }: FileLine, target: Target) =>
    plainText(cells[places.get(target) ?? -1] ?? "");
  const flags = targets.flatMap((target, at) => (target === "flag" ? [at] : []));
  const states = (line: FileLine) =>
    [
      text(line, "status"),
      text(line, "kind"),
      ...flags.map((at) => (isFlagged(plainText(line.cells[at] ?? "")) ? (headers[at] ?? "") : "")),
    ].filter(Boolean);
  const header = (target: Target) => headers[places.get(target) ?? -1] ?? "";
  const all = (...wanted: Target[]) =>
    lines.flatMap((line) => wanted.map((target) => text(line, target)).filter(Boolean));
  const amounts = all("amount", "refunded");
  const style: AmountStyle = {
    ...styleOf(amounts),
    ...(answers.mark && { mark: answers.mark, isTold: true }),
    localeMark: context.decimalMark,
    isMinor: answers.isMinor ?? saysMinor(header("amount")),
  };
  const dates = all("date", "refundedOn");
  const orders = {
    slashed: answers.dayOrder ?? dayOrderOf(dates),
    dotted: known(dayOrderOf(dates, ".")) ?? "day first",
  };
  const headZone = /\b(UTC|GMT)\b/.exec(header("date"))?.[1] ?? "";
  const fileZone = answers.zone ?? headZone;
  const inHeader = /\(([^)]+)\)|\b([A-Z]{3})$/.exec(header("amount"));
  const usual =
    currencyNamed(answers.currency ?? "", context.programCurrency) ??
    currencyNamed(inHeader?.[1] ?? inHeader?.[2] ?? "", context.programCurrency);
  const seen = new Map<string, { readonly line: number; readonly content: string }>();
  const firsts = new Set<string>();
  const contents = new Set<string>();

  const moment = (
    line: FileLine,
    date: Target,
  ): DateCell | { reason: string; isAmbiguous?: true } => {
    const clock = date === "date" ? `${text(line, "time")} ${text(line, "zone")}`.trim() : "";
    const read = readMoment(`${text(line, date)} ${clock}`.trim(), orders);
    return "reason" in read ? read : localMoment(read, fileZone, context.zones);
  };
  const currencyOf = (line: FileLine, money: readonly string[]): Currency | null | string => {
    const said = text(line, "currency");
    const program = usual ?? context.programCurrency;
    const named = currencyNamed(said, program);
    if (said !== "" && !named)
      return `“${clip(said, 40)}” is not a currency code such as USD or EUR`;
    const beside = money.map((word) => currencyNamed(word, named ?? program));
    const own = named ?? usual ?? beside[0] ?? null;
    if (money.length === 0) return own;
    if (own === null)
      return `“${money[0]}” can mean several currencies: choose the currency of this file`;
    return mayBe(money, own) ? own : `the amount says “${money.join(" ")}”, the currency ${own}`;
  };

  const read = (line: FileLine): LineRead => {
    const reasons: string[] = [];
    const about: string[] = [];
    const fail = (reason: string, question?: string) => {
      reasons.push(clip(reason, 200));
      if (question) about.push(question);
      return undefined;
    };
    const word = (target: Target) => {
      const parsed = keyField.parse(text(line, target), {} as never);
      if (parsed.ok) return parsed.value;
      fail(parsed.message.replace(/\.$/, ""));
      return "";
    };
    const key = word("key");
    const before = key === "" ? undefined : seen.get(key);
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
      (text(line, "refundOf") !== "" || outcomeOfWord(line, text(line, "kind")) === "refund");
    const customer = word("customer") || text(line, "email") || text(line, "name");
    const date = readDate(line, fail);
    const money = readMoney(line, fail);
    const refundedOn =
      has("refundedOn") && text(line, "refundedOn") ? moment(line, "refundedOn") : null;
    if (refundedOn && "reason" in refundedOn)
      fail(refundedOn.reason, refundedOn.isAmbiguous && "dates");
    const isRefund = money !== undefined && (money.amount < 0 || isRefundLine);
    const refundOf = isRefund ? word("refundOf") : "";
    if (customer === "" && !isRefund && !isRefundLine) fail("the customer is blank");
    if (isRefund && text(line, "refundOf") === "")
      fail("a refund, but no column says of which sale");
    if (date === undefined || money === undefined || reasons.length > 0) {
      return { kind: "bad", line: line.line, reasons, about };
    }
    const row: Omit<ImportRow, "key" | "line"> = {
      customer,
      email: emailIn(text(line, "email") || customer) ?? "",
      name: text(line, "name"),
      date,
      since: null,
      amount: Math.abs(money.amount),
      currency: money.currency,
      product: text(line, "product"),
      category: text(line, "category"),
      partner: word("partner"),
      code: text(line, "code"),
      isRefund,
      refundOf,
      refunded: isRefund
        ? 0
        : outcome === "refund" && money.refunded === 0
          ? "all"
          : money.refunded,
      refundedOn: refundedOn as DateCell | null,
      isArchived: plainWord(text(line, "status")) === "archived",
    };
    const content = JSON.stringify(row);
    if (before) {
      return before.content === content
        ? { kind: "double", line: line.line, of: before.line }
        : {
            kind: "bad",
            line: line.line,
            reasons: [`the key “${clip(key, 60)}” is also in line ${before.line}`],
            about: [],
          };
    }
    if (key !== "") seen.set(key, { line: line.line, content });
    return { kind: "row", row: { line: line.line, key: key || contentKey(row), ...row } };
  };

  /** From what the line says: the n-th line that says the same has the n-th such key, in each file of it. */
  const contentKey = (row: Omit<ImportRow, "key" | "line">): string => {
    const { customer, date, amount, currency, product, isRefund } = row;
    const shown = toCellNumber({ amount, currency: currency ?? context.programCurrency });
    const said = [
      customer,
      date.day,
      date.time,
      isRefund ? -shown : shown,
      currency ?? "",
      product,
    ];
    const key = keyForContent("trx", said.join("|"), (each) => contents.has(each));
    contents.add(key);
    return key;
  };
  const wordOf = (line: FileLine) => clip(states(line).join(", "), 60);
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
  const readDate = (line: FileLine, fail: (reason: string, about?: string) => undefined) => {
    if (text(line, "date") === "") return fail("the date is blank");
    const read = moment(line, "date");
    return "reason" in read ? fail(read.reason, read.isAmbiguous && "dates") : read;
  };
  const readMoney = (line: FileLine, fail: (reason: string, about?: string) => undefined) => {
    const said = text(line, "amount");
    if (said === "") return fail("the amount is blank");
    const currency = currencyOf(line, amountText(said)?.money ?? []);
    if (currency !== null && !isCurrency(currency)) return fail(currency, "currency");
    const own = currency ?? context.programCurrency;
    const amount = readAmount(said, own, style);
    if (!amount.ok) return fail(amount.reason, amount.isAmbiguous && "decimals");
    const back = text(line, "refunded");
    const isBack = saysWhether(back);
    if (isBack !== undefined)
      return { amount: amount.amount, refunded: isBack ? ("all" as const) : 0, currency };
    const refunded = back === "" ? { ok: true as const, amount: 0 } : readAmount(back, own, style);
    if (!refunded.ok) return fail(refunded.reason, refunded.isAmbiguous && "decimals");
    if (Math.abs(refunded.amount) > Math.abs(amount.amount))
      return fail(`“${back}” is more than was paid`);
    return { amount: amount.amount, refunded: Math.abs(refunded.amount), currency };
  };
  return { text, states, has, style, read };
}

const known = (order: DayOrder) => (order === "unknown" ? undefined : order);
const isCurrency = (text: string): text is Currency => /^[A-Z]{3}$/.test(text);
/** Decimals matter only where a currency has some. */
export const hasDecimals = (currency: Currency): boolean => exponentOf(currency) > 0;
