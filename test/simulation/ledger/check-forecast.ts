import type { Row } from "../life";
import type { Books, Complain } from "./books";
import { minor, sum } from "./money";

type Amounts<K extends string> = { readonly [each in K]: string };
/** What the program forecasts in one currency. */
export interface Forecast {
  readonly currency: string;
  readonly rows: readonly Amounts<"approved" | "pending" | "drips">[];
  readonly undated: Amounts<"held" | "paused" | "waiting">;
}

/** Each kind of what will be owed is the sum of the rows it comes from, carried lines counted once. */
export function checkForecast(
  books: Books,
  forecasts: readonly Forecast[],
  complain: Complain,
): void {
  const currencies = new Set(books.rows.Rewards.map(({ Currency }) => String(Currency)));
  for (const currency of currencies) {
    const forecast = forecasts.find((each) => each.currency === currency);
    checkCurrency(books, currency, forecast, complain);
  }
}

const isOwed = ({ Status }: Row): boolean => Status === "approved" || Status === "pending";

function checkCurrency(
  books: Books,
  currency: string,
  forecast: Forecast | undefined,
  complain: Complain,
): void {
  const amount = (text: string) => minor({ Amount: text, Currency: currency });
  const add = (kind: "approved" | "pending" | "drips") =>
    (forecast?.rows ?? []).reduce((total, row) => total + amount(row[kind]), 0);
  const undated = (kind: keyof Forecast["undated"]) => amount(forecast?.undated[kind] ?? "0");
  const rewards = books.where("Rewards", "Currency", currency);
  const of = (status: string) => sum(rewards.filter(({ Status }) => Status === status));
  const say = (what: string, said: number, is: number) => {
    if (said !== is) complain(`forecast ${currency}: ${what} ${said}, and the rows say ${is}`);
  };
  // Paused past its window, an invoice is paid nobody knows when. A final one past its date is overdue, with a row of its own.
  const isInReview = (invoice: Row) => invoice.Status === "In review";
  const undatedLines = rewards.filter(
    (row) =>
      isOwed(row) &&
      row["Estimated payment"] === "" &&
      books.where("Invoices", "Key", String(row.Invoice)).some(isInReview),
  );
  const onPaused = (status: string) => sum(undatedLines.filter(({ Status }) => Status === status));
  say("approved", add("approved"), of("approved") - onPaused("approved"));
  say("pending", add("pending"), of("pending") - onPaused("pending"));
  say("held", undated("held"), of("held"));
  const drips = books.where("Drips", "Currency", currency);
  // What a limit of a month or a customer will leave is known by the program only.
  const isLimited = (drip: Row) => drip["Limit currency"] !== "";
  if (drips.some(isLimited)) return;
  const coming = add("drips") + undated("paused") + undated("waiting") - sum(undatedLines);
  say("to come", coming, sum(drips, "To come"));
}
