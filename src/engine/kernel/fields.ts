import { type Cell, cellText, plainLower, plainText, quoted } from "./cells";
import { cleanEmail, emailIn } from "./email";
import { type Field, type FieldContext, type FieldKind, fail, ok, type Parsed } from "./field";
import type { Key } from "./keys";
import {
  type Currency,
  exponentOf,
  numberToDecimal,
  type Percent,
  parseCurrency,
  parseScaled,
  percentText,
  plainlyScaled,
  toCellNumber,
} from "./money";
import { readWritten } from "./written-number";

export { type Cell, cellText, type DateCell, isDateCell } from "./cells";
export { dayField, momentField, monthField } from "./date-fields";
export type { Field, FieldContext, FieldKind, Parsed } from "./field";

const textOf = (kind: FieldKind): Field<string> => ({
  kind,
  parse: (cell) => ok(cellText(cell).trim()),
  print: (value) => value,
});
export const textField = textOf("text");
export const longTextField = textOf("long text");
/** Text as it is compared, such as a group: who types it in another form means the same (CELL-4). */
export const plainTextField: Field<string> = {
  kind: "text",
  parse: (cell) => ok(plainText(cellText(cell))),
  print: (value) => value,
};
const keyUpTo = (longest: number, read: (text: string) => string): Field<Key> => ({
  kind: "key",
  longest,
  parse: (cell) => {
    const typed = cellText(cell).trim();
    if (/\p{Cc}/u.test(typed)) {
      return fail("CELL_OUT_OF_RANGE", `The key ${quoted(typed)} has a line break or tab in it.`);
    }
    const text = read(typed);
    return text.length > longest
      ? fail("CELL_OUT_OF_RANGE", `A key has at most ${longest} characters.`)
      : ok(text);
  },
  print: (value) => value,
});
/** Keys are text of one line, whatever they look like: `00123` and `1e5` stay so (SHEET-34). They are compared as CELL-4 says. */
export const keyField = keyUpTo(255, plainText);
/** The key of a row that the program made, which is put together from those of its causes. */
export const madeKeyField = keyUpTo(5_000, (text) => text);
/** The key of a row of this table, which a person may have typed. */
export const keyOf = <T extends string>(_table: T): Field<Key<T>> => keyField;
/** The key of a row of this table, which only the program makes. */
export const madeKeyOf = <T extends string>(_table: T): Field<Key<T>> => madeKeyField;

export const emailField: Field<string> = {
  kind: "e-mail",
  parse: (cell) => {
    const email = emailIn(cellText(cell));
    return email === undefined
      ? fail("CELL_NOT_IN_LIST", `${quoted(cleanEmail(cellText(cell)))} is not an e-mail address.`)
      : ok(email);
  },
  print: (value) => value,
};

/** Any text: what can't be paid is told at its cell and left out of files, but stops no reward (PAYOUT-8). */
export const payableEmailField: Field<string> = {
  kind: "e-mail",
  parse: (cell) => ok(cleanEmail(cellText(cell))),
  print: (value) => value,
};

/** A complaint that shows how such a number is written in the spreadsheet's locale; whole ones have a `scale` of 0. */
function noNumber(cell: Cell, { decimalMark }: FieldContext, scale: number): Parsed<never> {
  const example = scale === 0 ? "12" : `12${decimalMark}50`;
  const advice = `Type it in digits, for example ${example}.`;
  return fail("CELL_NOT_A_NUMBER", `${quoted(cell)} is not a number. ${advice}`);
}

/**
 * Plain decimal text of a cell that holds a number or a number as text in the spreadsheet's locale (MONEY-5). A complaint shows
 * one of that `scale`.
 */
function decimalOf(cell: Cell, context: FieldContext, scale: number): Parsed<string> {
  if (typeof cell === "number") return ok(numberToDecimal(cell));
  if (typeof cell !== "string") return noNumber(cell, context, scale);
  const written = readWritten(cell, context);
  if (written.ok) return ok(written.decimal);
  return written.isAmbiguous
    ? fail(
        "CELL_AMBIGUOUS",
        `${quoted(cell)} can be read in more than one way. Write it with “${context.decimalMark}” before the decimals.`,
      )
    : noNumber(cell, context, scale);
}

/** An integer of 10^-scale units. Decimals that are written count, so that 1.500 is not taken for 1.50 (CELL-5). */
function scaledOf(cell: Cell, context: FieldContext, scale: number, limit: string): Parsed<number> {
  const plain = plainlyScaled(cell, scale);
  if (plain !== undefined) return ok(plain);
  const decimal = decimalOf(cell, context, scale);
  if (!decimal.ok) return decimal;
  const isTooFine = typeof cell === "string" && (decimal.value.split(".")[1] ?? "").length > scale;
  const scaled = parseScaled(decimal.value, scale);
  if (scaled.ok && !isTooFine) return ok(scaled.value);
  switch (scaled.ok ? "too many decimals" : scaled.reason) {
    case "too many decimals":
      return fail("CELL_TOO_MANY_DECIMALS", `${decimal.value} has more decimals than ${limit}.`);
    case "too large":
      return fail("CELL_OUT_OF_RANGE", `${decimal.value} is too large.`);
    default:
      return noNumber(cell, context, scale);
  }
}

/** Integer minor units of the row's currency (MONEY-1). */
export const amountField: Field<number> = {
  kind: "amount",
  parse: (cell, context) => {
    const digits = exponentOf(context.currency);
    return scaledOf(cell, context, digits, `${context.currency} allows (${digits})`);
  },
  print: (amount, { currency }) => toCellNumber({ amount, currency }),
};

/** Decimals that no locale could take for thousands: any but three. */
const SURE_DECIMALS = /^([+-]?\d+)[.,](\d{1,2}|\d{4,})$/;

/**
 * Kept as text ("20", "2.9%"), so that it must be read alike whatever becomes of the spreadsheet's locale (CELL-6a). A cell that
 * shows a percent sign is read as such text (CELL-6); any other number below 1 can't be told from a fraction of a percent.
 */
export const percentField: Field<Percent> = {
  kind: "percent",
  parse: (cell, context) => {
    if (typeof cell === "number" && Math.abs(cell) < 1 && cell !== 0) {
      return fail(
        "CELL_AMBIGUOUS",
        `${cell} may mean ${cell} % or ${cell * 100} %. Write it as text with %.`,
      );
    }
    const bare =
      typeof cell === "string"
        ? plainText(cell).replace(/ ?%$/, "").replace(SURE_DECIMALS, `$1${context.decimalMark}$2`)
        : cell;
    return scaledOf(bare, context, 4, "a percent allows (4)") as Parsed<Percent>;
  },
  print: (value, { decimalMark }) =>
    percentText(value)
      .replace(/\.\d{3}$/, "$&0")
      .replace(".", decimalMark),
};

export const currencyField: Field<Currency> = {
  kind: "currency",
  parse: (cell) => {
    const currency = parseCurrency(plainText(cellText(cell)));
    return currency === undefined
      ? fail("CURRENCY_UNKNOWN", `${quoted(cell)} is not a currency code such as USD or EUR.`)
      : ok(currency);
  },
  print: (value) => value,
};

/** A whole number from `least` to `most`, both included. */
export const integerField = (least: number, most: number): Field<number> => ({
  kind: "integer",
  parse: (cell, context) => {
    const whole = scaledOf(cell, context, 0, "a whole number allows");
    if (!whole.ok) return whole;
    return whole.value < least || whole.value > most
      ? fail("CELL_OUT_OF_RANGE", `${whole.value} must be from ${least} to ${most}.`)
      : whole;
  },
  print: (value) => value,
});

/** One word of a closed list, in any case; printed as the list spells it. */
export function wordField<W extends string>(words: readonly W[]): Field<W> {
  return {
    kind: "word",
    words,
    parse: (cell) => {
      const text = plainLower(cellText(cell));
      const word = words.find((each) => each.toLowerCase() === text);
      return word === undefined
        ? fail("CELL_NOT_IN_LIST", `${quoted(cell)} must be one of: ${words.join(", ")}.`)
        : ok(word);
    },
    print: (value) => value,
  };
}

export const yesNoField: Field<boolean> = {
  kind: "yes/no",
  words: ["yes", "no"],
  parse: (cell) => {
    const text = plainLower(cellText(cell));
    if (text === "yes" || text === "true") return ok(true);
    if (text === "no" || text === "false") return ok(false);
    return fail("CELL_NOT_IN_LIST", `${quoted(cell)} must be yes or no.`);
  },
  print: (value) => (value ? "yes" : "no"),
};

/** A plain number with decimals, such as seconds. */
export const numberField: Field<number> = {
  kind: "number",
  parse: (cell, context) => {
    const decimal = decimalOf(cell, context, 0);
    return decimal.ok ? ok(Number(decimal.value)) : decimal;
  },
  print: (value) => value,
};
