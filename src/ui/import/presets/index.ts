import type { Answers } from "../../../engine/intake/import/answers";
import { gumroadSales } from "./gumroad-sales";
import { paypalActivity } from "./paypal-activity";
import type { Preset } from "./preset";
import { shopifyOrders } from "./shopify-orders";
import { stripePayments } from "./stripe-payments";
import { woocommerceOrders } from "./woocommerce-orders";

/** The tools whose exports are known, each with where its headers were found. */
export const presets: readonly Preset[] = [
  stripePayments,
  shopifyOrders,
  paypalActivity,
  woocommerceOrders,
  gumroadSales,
];

const plain = (header: string): string => header.trim().toLowerCase();

/** The tool that a file with these headers comes from, and what it answers. */
export function presetFor(
  headers: readonly string[],
): { readonly name: string; readonly answers: Answers } | undefined {
  const present = new Set(headers.map(plain));
  const found = presets.find(({ needs }) => needs.every((each) => present.has(plain(each))));
  if (!found) return undefined;
  const columns = new Map(Object.entries(found.columns).map(([name, at]) => [plain(name), at]));
  const targets = headers.map((header) => columns.get(plain(header)) ?? null);
  return { name: found.name, answers: { ...found.answers, targets } };
}
