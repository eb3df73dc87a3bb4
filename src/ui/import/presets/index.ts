import type { Answers } from "../../../engine/intake/import/answers";
import { knownHeader } from "../../../engine/intake/import/header-names";
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
  // A shop's own field, such as "promotion_code (metadata)" at Stripe, tells a code whatever the tool.
  const isCode = (header: string) =>
    !Object.values(found.columns).includes("code") && knownHeader(header)?.target === "code";
  const targets = headers.map(
    (header) => columns.get(plain(header)) ?? (isCode(header) ? "code" : null),
  );
  return { name: found.name, answers: { ...found.answers, targets } };
}
