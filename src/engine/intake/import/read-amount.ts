import { type Currency, exponentOf, parseCurrency, parseScaled } from "../../kernel/money";

/** One way to read an amount: the sign before its decimals, and plain decimal text. */
interface Reading {
  readonly mark: "." | "," | "";
  readonly decimal: string;
  readonly decimals: number;
}
/** An amount as text, taken apart: all ways to read it, and the currency that stands beside it as it is written. */
export interface AmountText {
  readonly readings: readonly Reading[];
  readonly money: readonly string[];
}
const signs: Readonly<Record<string, string>> = {
  "€": "EUR",
  EURO: "EUR",
  "£": "GBP",
  "₹": "INR",
  RS: "INR",
  "₩": "KRW",
  "₺": "TRY",
  "₪": "ILS",
  "₫": "VND",
  "฿": "THB",
  "₴": "UAH",
  "₱": "PHP",
  R$: "BRL",
  US$: "USD",
  A$: "AUD",
  AU$: "AUD",
  C$: "CAD",
  CA$: "CAD",
  NZ$: "NZD",
  HK$: "HKD",
  S$: "SGD",
  MX$: "MXN",
  ZŁ: "PLN",
  KČ: "CZK",
  FT: "HUF",
  FR: "CHF",
  SFR: "CHF",
};
/** Signs of several currencies: which one, only the file's or the program's currency tells. */
const shared: Readonly<Record<string, string>> = {
  $: "USD AUD CAD NZD HKD SGD MXN ARS CLP COP TWD",
  "¥": "JPY CNY",
  KR: "SEK NOK DKK ISK",
};

/** The currency that a code or a sign names; of a shared sign, the usual one if it has that sign. */
export function currencyNamed(text: string, usual: Currency): Currency | undefined {
  const word = text.normalize("NFKC").trim().toUpperCase();
  const own = parseCurrency(signs[word] ?? word);
  return own ?? (shared[word]?.includes(usual) ? usual : undefined);
}

/** Whether what stands beside an amount may be this currency: "$" may be CAD, and "€" may not. */
export const mayBe = (money: readonly string[], currency: Currency): boolean =>
  money.every((word) => currencyNamed(word, currency) === currency);

/** Amounts recur, and are looked at several times: what was taken apart is remembered for a while. */
const known = new Map<string, AmountText | undefined>();
const MOST_KNOWN = 20_000;

/** Takes an amount apart: "€ 1.200,50", "(12.00)", "12,50-", "1’200.50 CHF". Undefined for what is no amount. */
export function amountText(text: string): AmountText | undefined {
  if (known.has(text)) return known.get(text);
  if (known.size >= MOST_KNOWN) known.clear();
  const taken = takeApart(text);
  known.set(text, taken);
  return taken;
}

/** Whether an amount can be read in more than one way. */
export const isUnclear = (text: string): boolean => (amountText(text)?.readings.length ?? 0) > 1;

function takeApart(text: string): AmountText | undefined {
  let bare = text
    .normalize("NFKC")
    .replace(/[\u2212\u2012-\u2015]/g, "-")
    .replace(/[\p{Cf}]/gu, "")
    .replace(/’/g, "'")
    .trim();
  let isNegative = false;
  const inBrackets = /^\((.*)\)$/.exec(bare);
  if (inBrackets) {
    isNegative = true;
    bare = (inBrackets[1] as string).trim();
  }
  // A word takes its full stop with it: "Rs.500" is 500, and not 0.500.
  const found = bare.match(/\p{L}+\$?\.?|[^\d\s.,'+\-\p{L}]+/gu) ?? [];
  const money = [...new Set(found.map((each) => each.replace(/\.$/, "").toUpperCase()))];
  if (!money.every((word) => shared[word] || parseCurrency(signs[word] ?? word))) return undefined;
  for (const each of found) bare = bare.replace(each, " ");
  bare = bare.trim().replace(/^(-?)\s+/, "$1");
  bare = bare.replace(/[.,]\s*--?$/, "");
  const signed = /^([+-]?)\s*([\d., ']*\d[\d., ']*?)\s*(-?)$/.exec(bare);
  if (!signed || (signed[1] && signed[3])) return undefined;
  if (signed[1] === "-" || signed[3] === "-") {
    if (isNegative) return undefined;
    isNegative = true;
  }
  const readings = readingsOf(signed[2] as string).map((each) => ({
    ...each,
    decimal: (isNegative ? "-" : "") + each.decimal,
  }));
  return readings.length === 0 ? undefined : { readings, money };
}

function readingsOf(body: string): readonly Reading[] {
  const spaced = /[ ']/.exec(body)?.[0];
  if (spaced !== undefined && !new RegExp(`^\\d{1,3}(${spaced}\\d{3})+([.,]\\d+)?$`).test(body)) {
    return [];
  }
  const digits = body.replace(/[ ']/g, "");
  const all = (spaced === undefined ? ([".", ","] as const) : ([] as const)).flatMap((mark) => {
    const group = mark === "." ? "," : ".";
    return readWith(digits, mark, group);
  });
  if (spaced !== undefined) {
    const mark = digits.includes(",") ? "," : digits.includes(".") ? "." : "";
    return [readingOf(digits, mark)];
  }
  const [first, second] = all;
  return first && second && first.decimal === second.decimal ? [{ ...first, mark: "" }] : all;
}

/** Amounts with this sign before the decimals: with thousands, with lakhs, or without marks between. */
const shapesWith = (mark: string, group: string): RegExp => {
  const thousands = `[1-9]\\d{0,2}(\\${group}\\d{3})+`;
  const lakhs = `[1-9]\\d?(\\${group}\\d\\d)+\\${group}\\d{3}`;
  return new RegExp(`^(${thousands}|${lakhs}|\\d*)(\\${mark}\\d*)?$`);
};
const shapes = { ".": shapesWith(".", ","), ",": shapesWith(",", ".") } as const;

function readWith(digits: string, mark: "." | ",", group: string): readonly Reading[] {
  return shapes[mark].test(digits) ? [readingOf(digits.split(group).join(""), mark)] : [];
}

function readingOf(digits: string, mark: "." | "," | ""): Reading {
  const [whole = "", rest = ""] = mark === "" ? [digits] : digits.split(mark);
  return { mark, decimal: `${whole || "0"}${rest && `.${rest}`}`, decimals: rest.length };
}

/** How the amounts of a file are written. */
export interface AmountStyle {
  /** The sign before the decimals, where the file or a person tells; `isTold`: a person. */
  readonly mark?: "." | "," | undefined;
  readonly isTold?: boolean;
  /** A value shows that amounts have three decimals here. */
  readonly hasThree?: boolean;
  readonly localeMark: "." | ",";
  /** Whole numbers of minor units: 1250 is 12.50. */
  readonly isMinor: boolean;
}

/** The decimal mark that the unambiguous amounts of a file show, and whether some have three decimals for sure. */
export function styleOf(texts: readonly string[]): Pick<AmountStyle, "mark" | "hasThree"> {
  const sure = texts
    .map(amountText)
    .flatMap((each) => (each?.readings.length === 1 ? [each.readings[0] as Reading] : []));
  const seen = new Set(sure.map(({ mark }) => mark).filter((mark) => mark !== ""));
  const mark = seen.size === 1 ? ([...seen][0] as "." | ",") : undefined;
  return { mark, hasThree: mark !== undefined && sure.some(({ decimals }) => decimals === 3) };
}

export type AmountRead =
  | { readonly ok: true; readonly amount: number }
  | { readonly ok: false; readonly reason: string; readonly isAmbiguous?: true };

/** The plain decimal text of a number that most often has so many digits; never one of two ways to read it by chance. */
export function readDecimal(
  text: string,
  digits: number,
  style: AmountStyle,
): { readonly ok: true; readonly decimal: string } | Extract<AmountRead, { ok: false }> {
  const taken = amountText(text);
  if (!taken) return { ok: false, reason: `“${text}” is not an amount` };
  const reading = choose(taken.readings, digits, style);
  if (reading) return { ok: true, decimal: reading.decimal };
  const reason = `“${text}” can be read in more than one way`;
  return { ok: false, reason, isAmbiguous: true };
}

/** An amount in minor units of its currency; never one of two ways to read it by chance (IMPORT-8). */
export function readAmount(text: string, currency: Currency, style: AmountStyle): AmountRead {
  const digits = style.isMinor ? 0 : exponentOf(currency);
  const read = readDecimal(text, digits, style);
  if (!read.ok) return read;
  const scaled = parseScaled(read.decimal, digits);
  if (scaled.ok) return { ok: true, amount: scaled.value };
  if (scaled.reason === "too large") return { ok: false, reason: `“${text}” is too large` };
  const limit = style.isMinor ? "an amount in minor units has" : `${currency} has (${digits})`;
  return { ok: false, reason: `“${text}” has more decimals than ${limit}` };
}

function choose(
  readings: readonly Reading[],
  digits: number,
  { mark, isTold, hasThree, localeMark }: AmountStyle,
): Reading | undefined {
  if (readings.length === 1) return readings[0];
  const by = (wanted: string) => readings.find((each) => each.mark === wanted);
  // Of two readings one has three decimals, and the other is a whole number of thousands.
  const isSound = ({ decimals }: Reading) => (decimals === 0 ? digits < 3 : digits === 3);
  if (mark !== undefined) {
    const reading = by(mark);
    return isTold || hasThree || reading?.decimals === 0 || digits === 3 ? reading : undefined;
  }
  const reading = by(localeMark);
  return reading && isSound(reading) ? reading : undefined;
}
