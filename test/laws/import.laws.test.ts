import fc from "fast-check";
import Papa from "papaparse";
import type { Answers } from "../../src/engine/intake/import/answers";
import type { ImportRow } from "../../src/engine/intake/import/import-row";
import { readFile } from "../../src/engine/intake/import/read-file";
import { type Day, day } from "../../src/engine/kernel/day";
import { type Currency, toDecimal } from "../../src/engine/kernel/money";
import { law, runs } from "../support/laws";
import { offsetsOf } from "../support/program";

/** A sale as it is meant, and how a file writes it. */
interface Meant {
  readonly key: string;
  readonly customer: string;
  readonly day: Day;
  readonly time: string;
  readonly amount: number;
  readonly status: "sale" | "refunded in part" | "failed";
  readonly back: number;
}
const customers = [
  "Ada, Ltd",
  "Börse; AG",
  'The "Shop"',
  "c-001",
  "0042",
  "maple@example.com",
  "Zoë\tBerg",
];
const sale: fc.Arbitrary<Omit<Meant, "key">> = fc
  .record({
    customer: fc.constantFrom(...customers),
    day: fc.integer({ min: 0, max: 1500 }).map((n) => {
      const at = new Date(Date.UTC(2023, 0, 1) + n * 86_400_000);
      return day(at.toISOString().slice(0, 10));
    }),
    time: fc
      .integer({ min: 0, max: 86_399 })
      .map((n) => new Date(n * 1000).toISOString().slice(11, 16)),
    amount: fc.oneof(
      fc.integer({ min: 1, max: 99_999 }),
      fc.integer({ min: 1, max: 999 }).map((n) => n * 100_000),
    ),
    status: fc.constantFrom(
      "sale" as const,
      "sale" as const,
      "refunded in part" as const,
      "failed" as const,
    ),
    share: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ share, ...rest }) => ({
    ...rest,
    back:
      rest.status === "refunded in part" ? Math.max(1, Math.floor((rest.amount * share) / 100)) : 0,
  }));

const languages = {
  en: {
    key: "Order ID",
    customer: "Customer",
    date: "Created at",
    amount: "Total",
    currency: "Currency",
    status: "Status",
    back: "Amount Refunded",
    words: { sale: "Paid", "refunded in part": "Partially refunded", failed: "Failed" },
  },
  de: {
    key: "Bestellnummer",
    customer: "Kunde",
    date: "Datum",
    amount: "Betrag",
    currency: "Währung",
    status: "Zahlungsstatus",
    back: "Erstatteter Betrag",
    words: { sale: "bezahlt", "refunded in part": "teilweise erstattet", failed: "storniert" },
  },
  fr: {
    key: "Numéro de commande",
    customer: "Client",
    date: "Date de commande",
    amount: "Montant TTC",
    currency: "Devise",
    status: "Statut",
    back: "Montant remboursé",
    words: { sale: "Payé", "refunded in part": "Partiellement remboursé", failed: "Échouée" },
  },
  es: {
    key: "Pedido",
    customer: "Cliente",
    date: "Fecha de pedido",
    amount: "Importe total",
    currency: "Moneda",
    status: "Estado del pago",
    back: "Importe reembolsado",
    words: { sale: "Pagado", "refunded in part": "Parcialmente reembolsado", failed: "Rechazado" },
  },
} as const;

const numbers = {
  "1,234.50": { mark: ".", group: "," },
  "1.234,50": { mark: ",", group: "." },
  "1 234,50": { mark: ",", group: "\u202f" },
  "1'234.50": { mark: ".", group: "'" },
  "1234.50": { mark: ".", group: "" },
  "1234,50": { mark: ",", group: "" },
} as const;
type NumberStyle = keyof typeof numbers;
const dates = [
  "iso",
  "iso T",
  "utc",
  "offset",
  "dotted",
  "day/month",
  "month/day",
  "named",
  "unix",
] as const;
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const file = fc.record({
  sales: fc.array(sale, { minLength: 1, maxLength: 12 }),
  language: fc.constantFrom(...(Object.keys(languages) as (keyof typeof languages)[])),
  number: fc.constantFrom(...(Object.keys(numbers) as NumberStyle[])),
  money: fc.constantFrom("none", "after", "before", "code after"),
  isMinor: fc.boolean(),
  date: fc.constantFrom(...dates),
  clock: fc.constantFrom("none", "24", "12", "12 pm"),
  currency: fc.constantFrom("EUR", "USD", "JPY", "KWD"),
  own: fc.constantFrom("America/New_York", "Europe/Berlin", "Asia/Tokyo", "UTC"),
  localeMark: fc.constantFrom("." as const, "," as const),
  delimiter: fc.constantFrom(",", ";", "\t"),
  newline: fc.constantFrom("\n", "\r\n"),
  mark: fc.constantFrom("", "\ufeff"),
  title: fc.boolean(),
  footer: fc.boolean(),
  shuffle: fc.integer({ min: 0, max: 6 }),
});
type File = typeof file extends fc.Arbitrary<infer T> ? T : never;

const grouped = (whole: string, group: string) => whole.replace(/\B(?=(\d{3})+$)/g, group);
function amountOf(amount: number, { number, money, isMinor, currency }: File): string {
  if (isMinor) return String(amount);
  const { mark, group } = numbers[number];
  const [whole = "", rest] = toDecimal({ amount, currency: currency as Currency }).split(".");
  const text = `${grouped(whole, group)}${rest === undefined ? "" : `${mark}${rest}`}`;
  const sign = currency === "EUR" ? "€" : currency === "USD" ? "$" : currency;
  if (money === "after") return `${text} ${sign}`;
  if (money === "before")
    return currency.length === sign.length ? `${sign} ${text}` : `${sign}${text}`;
  return money === "code after" ? `${text} ${currency}` : text;
}
/** The clock time of a style that has one; "" where the file has days only. */
const timeOf = ({ time }: Meant, { clock, date }: File): string =>
  date === "unix" || date === "utc" || date === "offset" ? time : clock === "none" ? "" : time;

function dateOf(meant: Meant, given: File): string {
  const { date, clock, own } = given;
  const [year = "", month = "", d = ""] = meant.day.split("-");
  const [hour = "", minute = ""] = meant.time.split(":");
  const half = Number(hour) >= 12 ? "PM" : "AM";
  const shown =
    clock === "none"
      ? ""
      : clock === "24"
        ? meant.time
        : `${Number(hour) % 12 || 12}:${minute}${clock === "12" ? ` ${half}` : half.toLowerCase()}`;
  const withClock = (text: string, between = " ") => (shown ? `${text}${between}${shown}` : text);
  const offset = offsetsOf("")(own)?.(instantOf(meant, own)) ?? 0;
  const at = instantOf(meant, own);
  switch (date) {
    case "iso":
      return withClock(meant.day);
    case "iso T":
      return clock === "none" ? meant.day : `${meant.day}T${meant.time}:00`;
    case "utc":
      return new Date(at).toISOString();
    case "offset": {
      const minutes = Math.abs(offset) / 60_000;
      const two = (n: number) => String(n).padStart(2, "0");
      return `${meant.day} ${meant.time}:00 ${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
    }
    case "dotted":
      return withClock(`${d}.${month}.${year}`);
    case "day/month":
      return withClock(`${Number(d)}/${Number(month)}/${year}`);
    case "month/day":
      return withClock(`${month}/${d}/${year}`, ", ");
    case "named":
      return withClock(`${months[Number(month) - 1]} ${Number(d)}, ${year}`);
    default:
      return String(at / 1000);
  }
}
/** The instant of a local time; the law's times are never in the hour that a change of clocks skips or doubles. */
function instantOf({ day: on, time }: Meant, own: string): number {
  const offset = offsetsOf("")(own) ?? (() => 0);
  const local = Date.parse(`${on}T${time}:00Z`);
  return local - offset(local - offset(local));
}
const isPlain = (meant: Meant, own: string): boolean => {
  const offset = offsetsOf("")(own) ?? (() => 0);
  const at = instantOf(meant, own);
  return [-4, 4].every((hours) => offset(at + hours * 3_600_000) === offset(at));
};

function textOf(sales: readonly Meant[], given: File): string {
  const words = languages[given.language];
  const columns = (
    ["key", "customer", "date", "amount", "currency", "status", "back"] as const
  ).map((_, at, all) => all[(at + given.shuffle) % all.length] as (typeof all)[number]);
  const rows = sales.map((meant) => {
    const cells = {
      key: meant.key,
      customer: meant.customer,
      date: dateOf(meant, given),
      amount: amountOf(meant.amount, given),
      currency: given.currency,
      status: words.words[meant.status],
      back: amountOf(meant.back, given),
    };
    return columns.map((each) => cells[each]);
  });
  const head = columns.map((each) => words[each]);
  const title = given.title ? [["Report of the shop, all sales"], [""]] : [];
  const footer = given.footer ? [["Total", ...columns.slice(1).map(() => "")]] : [];
  const { delimiter, newline } = given;
  return given.mark + Papa.unparse([...title, head, ...rows, ...footer], { delimiter, newline });
}

/** What a person answers where the file is ambiguous; the law holds for what is then read. */
const answersOf = (given: File): Answers => ({
  dayOrder: given.date === "month/day" ? "month first" : "day first",
  isMinor: given.isMinor,
  ...(!given.isMinor && { mark: numbers[given.number].mark }),
});

describe("a file of sales, in any notation, language and order of columns", () => {
  const readOf = (given: File, answers: Answers) => {
    const sales = given.sales
      .map((each, n) => ({ ...each, key: `o-${n + 1}` }))
      .filter((each) => isPlain(each, given.own));
    const context = {
      programCurrency: "USD" as Currency,
      decimalMark: given.localeMark,
      zones: offsetsOf(given.own),
    };
    return { sales, file: readFile(textOf(sales, given), answers, context) };
  };
  const meantOf = (meant: Meant, given: File) => {
    const time = timeOf(meant, given);
    return {
      key: meant.key,
      customer: meant.customer.replace(/\s+/g, " "),
      date: { day: meant.day, time: time === "" || time === "00:00" ? "" : `${time}:00` },
      amount: meant.amount,
      currency: given.currency,
      refunded: meant.back,
      isRefund: false,
    };
  };

  law("is read back as the same sales, once what is ambiguous is answered", file, (given) => {
    const { sales, file: read } = readOf(given, answersOf(given));

    expect(read.missing).toEqual(sales.length === 0 ? expect.anything() : []);
    expect(
      read.lines.map((line) =>
        line.kind === "row" ? pick(line.row) : line.kind === "bad" ? line.reasons : line.kind,
      ),
    ).toEqual(sales.map((each) => (each.status === "failed" ? "out" : meantOf(each, given))));
  });

  law(
    "without an answer, each line is read so or left out with a reason; never as another sale",
    file.filter(({ isMinor }) => !isMinor),
    (given) => {
      const { sales, file: read } = readOf(given, {});

      read.lines.forEach((line, at) => {
        const meant = sales[at] as Meant;
        if (meant.status === "failed") expect(line.kind).toBe("out");
        else if (line.kind === "row") expect(pick(line.row)).toEqual(meantOf(meant, given));
        else {
          expect(line.kind).toBe("bad");
          expect(read.questions.filter(({ isOpen }) => isOpen).length).toBeGreaterThan(0);
        }
      });
      expect(read.lines).toHaveLength(sales.length);
    },
    Math.max(runs, 100),
  );
});

function pick({ key, customer, date, amount, currency, refunded, isRefund }: ImportRow): object {
  return { key, customer, date, amount, currency, refunded, isRefund };
}
