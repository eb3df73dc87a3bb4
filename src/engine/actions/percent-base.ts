import { cellText, isErrorCell, plainText } from "../kernel/cells";
import { amountField, type Cell, type FieldContext } from "../kernel/fields";
import { exponentOf, numberToDecimal, parseScaled, scale } from "../kernel/money";
import type { Rounding } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import type { ProgramEvent } from "../rules/program-event";
import type { Acting } from "./action";
import type { Price } from "./price";

/** An amount in minor units of the sale's currency; or what its cell is instead. */
type Base = { readonly amount: number } | { readonly instead: string };

/** A number's minor units, further decimals rounded: a margin is most often calculated by a formula. */
function roundedAmount(
  cell: number,
  { currency }: FieldContext,
  rounding: Rounding,
): number | undefined {
  const decimal = numberToDecimal(cell);
  const digits = exponentOf(currency);
  const decimals = Math.max(decimal.split(".")[1]?.length ?? 0, digits);
  const exact = parseScaled(decimal, decimals);
  return exact.ok ? scale(exact.value, 1, 10 ** (decimals - digits), rounding) : undefined;
}

/** What one of the team's own columns says that a percent is of, never below 0; without an amount the sale waits (TRIG-12a). */
export function percentBase(
  { program, settings }: Pick<Work, "program" | "settings">,
  { transaction, currency }: Pick<ProgramEvent, "transaction" | "currency">,
  column: string,
): Base {
  const extra = transaction?.extra ?? {};
  const header = Object.keys(extra).find((each) => plainText(each) === column);
  const cell: Cell = header === undefined ? "" : (extra[header] ?? "");
  const text = plainText(cellText(cell));
  if (text === "") return { instead: "blank" };
  if (isErrorCell(cell)) return { instead: `${text}, an error and no value` };
  const context = { ...program.context, currency };
  const parsed = amountField.parse(cell, context);
  const read = parsed.ok ? parsed.value : undefined;
  const amount = typeof cell === "number" ? roundedAmount(cell, context, settings.rounding) : read;
  if (amount === undefined) return { instead: `“${text}”, which is no amount` };
  return { amount: Math.max(0, amount) };
}

/** What a price's percent is of: the sale's own amount, before its refunds (TIME-5), or another column's. */
export function baseOf(price: Price, { work, event, net, asBlank }: Acting): Base {
  if (price.kind === "flat" || price.of === null) return { amount: net };
  const base = percentBase(work, event, price.of);
  return "instead" in base && asBlank ? { amount: 0 } : base;
}
