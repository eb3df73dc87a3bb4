import type { FileFormat } from "./format";
import { generalCsv } from "./general-csv";
import { paypal } from "./paypal";
import { wise } from "./wise";

/** The registry of payment files (PAYOUT-4). */
export const fileFormats = {
  CSV: generalCsv,
  PayPal: paypal,
  Wise: wise,
} as const satisfies Readonly<Record<string, FileFormat>>;

export type PaymentFormat = keyof typeof fileFormats;
export const paymentFormats = Object.keys(fileFormats) as readonly PaymentFormat[];
