import { addDays, type Day, daysBetween } from "../../kernel/day";
import type { Cell, DateCell } from "../../kernel/fields";
import type { SampleRow } from "./people";
import type { Random } from "./random";

interface Offer {
  readonly product: string;
  readonly category: string;
  readonly prices: Readonly<Record<"USD" | "EUR" | "JPY", readonly number[]>>;
  readonly share: number;
}
const offers: readonly Offer[] = [
  {
    product: "Monthly plan",
    category: "Subscription",
    prices: { USD: [29, 49.5, 99], EUR: [27.9, 45, 89.95], JPY: [4200, 7300, 14800] },
    share: 0.86,
  },
  {
    product: "Yearly plan",
    category: "Subscription",
    prices: { USD: [1200], EUR: [1100], JPY: [178000] },
    share: 0.94,
  },
  {
    product: "Onboarding package",
    category: "Service",
    prices: { USD: [1850], EUR: [1700], JPY: [265000] },
    share: 1,
  },
];

/** Sales from each customer's sign-up to `until`, in three currencies; each customer keeps to one. */
export function sampleSales(
  random: Random,
  count: number,
  customers: readonly SampleRow[],
  until: Day,
): readonly SampleRow[] {
  const currencies = new Map(
    customers.map(({ key }) => [key, random.pick(["USD", "USD", "EUR", "JPY"] as const)]),
  );
  const sales = Array.from({ length: count }, () => {
    const customer = random.pick(customers);
    const signUp = (customer.createdOn as DateCell).day;
    const draw = random.integer(0, 99) / 100;
    const offer = offers.find(({ share }) => draw < share) ?? (offers[0] as Offer);
    const currency = currencies.get(customer.key) ?? "USD";
    const day = addDays(signUp, random.integer(0, Math.max(0, daysBetween(signUp, until))));
    return {
      customer: customer.key as Cell,
      date: { day, time: "" },
      amount: random.pick(offer.prices[currency]),
      currency,
      product: offer.product,
      category: offer.category,
      Region: random.pick(["EMEA", "AMER", "APAC"]),
    };
  });
  sales.sort((a, b) => (a.date.day < b.date.day ? -1 : a.date.day > b.date.day ? 1 : 0));
  return sales.map((sale, i) => ({ key: `trx_${String(i + 1).padStart(4, "0")}`, ...sale }));
}
