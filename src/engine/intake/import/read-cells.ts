import { clip, isErrorCell, plainText } from "../../kernel/cells";
import { type DateCell, keyField } from "../../kernel/fields";
import type { Currency } from "../../kernel/money";
import { dateCellOf } from "../../kernel/zoned";
import type { Answers, FileContext } from "./answers";
import { currencyIn, saysLive, saysMinor, type Target } from "./header-names";
import type { Fail } from "./import-row";
import { createOwnReader } from "./own-cells";
import {
  type AmountStyle,
  amountText,
  currencyNamed,
  isUnclear,
  mayBe,
  readAmount,
  styleOf,
} from "./read-amount";
import type { FileLine } from "./read-csv";
import { type DayOrder, dayOrderOf, readMoment } from "./read-moment";
import {
  isFlagWord,
  saysNobody,
  saysNothing,
  saysTest,
  saysWhether,
  stateBy,
} from "./status-words";
import { instantIn, localMoment, zoneIn } from "./zones";

/** The most characters of a name, product or the like. */
const LONGEST = 5_000;

/** The cells of a file's lines, read by what their columns are; what is alike in all lines is calculated once. */
export type CellReader = ReturnType<typeof createCellReader>;
export function createCellReader(
  headers: readonly string[],
  targets: readonly (Target | null)[],
  lines: readonly FileLine[],
  answers: Answers,
  context: FileContext,
) {
  const placesOf = (target: Target) => targets.flatMap((each, at) => (each === target ? [at] : []));
  const places = new Map(targets.map((target) => [target, target ? placesOf(target) : []]));
  const has = (target: Target) => places.has(target);
  // Line breaks, tabs and invisible characters are no part of a name or a key; a name may stand in two columns.
  const text = ({ cells }: FileLine, target: Target) => {
    const [first, ...others] = places.get(target) ?? [];
    const said = plainText(cells[first ?? -1] ?? "");
    if (target !== "name" || others.length === 0) return said;
    return [said, ...others.map((at) => plainText(cells[at] ?? ""))].filter(Boolean).join(" ");
  };
  const flags = placesOf("flag");
  const statuses = placesOf("status");
  const states = (line: FileLine) => {
    const said = (at: number) => plainText(line.cells[at] ?? "");
    return [
      ...statuses.map(said),
      text(line, "kind"),
      ...flags.map((at) => stateBy(headers[at] ?? "", said(at))),
    ].filter(Boolean);
  };
  const header = (target: Target) => headers[places.get(target)?.[0] ?? -1] ?? "";
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
  const fileZone = answers.zone ?? zoneIn(header("date"), context.zones);
  const headCurrency = currencyIn(header("amount"));
  const usual =
    currencyNamed(answers.currency ?? "", context.programCurrency) ??
    currencyNamed(headCurrency, context.programCurrency);

  const written = (line: FileLine, date: Target) => {
    const clock = date === "date" ? `${text(line, "time")} ${text(line, "zone")}`.trim() : "";
    return readMoment(`${text(line, date)} ${clock}`.trim(), orders);
  };
  const moment = (
    line: FileLine,
    date: Target,
  ): DateCell | { reason: string; isAmbiguous?: true } => {
    const read = written(line, date);
    return "reason" in read ? read : localMoment(read, fileZone, context.zones);
  };
  /** The line's date as clocks in UTC show it; undefined where it names no zone. */
  const utcOf = (line: FileLine): DateCell | undefined => {
    const read = written(line, "date");
    const at = "reason" in read ? read : instantIn(read, fileZone, context.zones);
    return typeof at === "number" ? dateCellOf(at) : undefined;
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

  /** A key or name; signs that no key may have are refused. */
  const word = (line: FileLine, target: Target, fail: Fail): string => {
    const typed = text(line, target);
    if (saysNobody(typed)) return "";
    if (isErrorCell(typed)) {
      fail(`“${typed}” is an error, not a value`);
      return "";
    }
    const parsed = keyField.parse(typed, {} as never);
    if (parsed.ok) return parsed.value;
    fail(parsed.message.replace(/\.$/, ""));
    return "";
  };
  /** A text that is no key. */
  const said = (line: FileLine, target: Target, fail: Fail): string => {
    const found = text(line, target);
    if (found.length > LONGEST)
      fail(`“${clip(found, 40)}” is too long: at most ${LONGEST} characters`);
    return found;
  };
  const wordOf = (line: FileLine) => clip(states(line).join(", "), 60);
  const readDate = (line: FileLine, fail: Fail) => {
    if (text(line, "date") === "") return fail("the date is blank");
    const read = moment(line, "date");
    return "reason" in read ? fail(read.reason, read.isAmbiguous && "dates") : read;
  };
  const readMoney = (line: FileLine, fail: Fail) => {
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
    const refunded = saysNothing(back)
      ? { ok: true as const, amount: 0 }
      : readAmount(back, own, style);
    if (!refunded.ok) return fail(refunded.reason, refunded.isAmbiguous && "decimals");
    if (Math.abs(refunded.amount) > Math.abs(amount.amount))
      return fail(`“${back}” is more than was paid`);
    return { amount: amount.amount, refunded: Math.abs(refunded.amount), currency };
  };
  const own = createOwnReader(targets, lines, style);
  const readOwn = (line: FileLine, currency: Currency | null, fail: Fail) =>
    own.read(line, currency ?? context.programCurrency, fail);
  const isLive = saysLive(header("test"));
  const readTest = (line: FileLine, fail: Fail): boolean => {
    const said = text(line, "test");
    const is = saysTest(said);
    if (is === undefined && said !== "")
      fail(`“${clip(said, 40)}” does not say whether this is a test`);
    // Under "Livemode" a yes means a real sale; "live" and "test" say the same under any header.
    return said !== "" && (is ?? false) !== (isLive && isFlagWord(said));
  };
  /** The first amount of a line with more than one reading. */
  const unclear = (line: FileLine): string => {
    const amounts = [text(line, "amount"), text(line, "refunded")];
    return amounts.find(isUnclear) ?? own.example(line) ?? amounts[0] ?? "";
  };
  return {
    text,
    states,
    has,
    style,
    headCurrency,
    word,
    said,
    wordOf,
    moment,
    utcOf,
    readDate,
    readMoney,
    readOwn,
    readTest,
    unclear,
  };
}

const known = (order: DayOrder) => (order === "unknown" ? undefined : order);
const isCurrency = (text: string): text is Currency => /^[A-Z]{3}$/.test(text);
