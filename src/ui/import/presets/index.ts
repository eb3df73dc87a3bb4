import type { Answers } from "../../../engine/intake/import/answers";
import { knownHeader } from "../../../engine/intake/import/header-names";
import type { LineKind } from "../../../engine/intake/import/move-row";
import { dubRewards, dubSales } from "./dub-commissions";
import { dubPartners } from "./dub-partners";
import { gumroadSales } from "./gumroad-sales";
import { lemonSqueezyOrders } from "./lemon-squeezy-orders";
import {
  partnerStackCustomers,
  partnerStackPartners,
  partnerStackRewards,
  partnerStackSales,
} from "./partnerstack";
import { paypalActivity } from "./paypal-activity";
import type { Preset } from "./preset";
import { rewardfulCustomers } from "./rewardful-customers";
import { shopifyOrders } from "./shopify-orders";
import { stripeBalance } from "./stripe-balance";
import { stripePayments } from "./stripe-payments";
import { tapfiliateRewards, tapfiliateSales } from "./tapfiliate-conversions";
import { woocommerceOrders } from "./woocommerce-orders";

/** The tools whose exports are known, each with where its headers were found. */
export const presets: readonly Preset[] = [
  stripePayments,
  shopifyOrders,
  paypalActivity,
  woocommerceOrders,
  gumroadSales,
  stripeBalance,
  lemonSqueezyOrders,
  dubRewards,
  dubSales,
  dubPartners,
  partnerStackPartners,
  partnerStackCustomers,
  partnerStackSales,
  partnerStackRewards,
  tapfiliateRewards,
  tapfiliateSales,
  rewardfulCustomers,
];

const plain = (header: string): string => header.trim().toLowerCase();

/** The tool that a file with these headers comes from, and what it answers; the first one where no kind is asked for. */
export function presetFor(
  headers: readonly string[],
  kind?: LineKind,
): { readonly name: string; readonly answers: Answers } | undefined {
  const present = new Set(headers.map(plain));
  const found = presets.find(
    ({ needs, lines = "sales" }) =>
      (kind ?? lines) === lines && needs.every((each) => present.has(plain(each))),
  );
  if (!found) return undefined;
  const columns = new Map(Object.entries(found.columns).map(([name, at]) => [plain(name), at]));
  // A shop's own field, such as "promotion_code (metadata)" at Stripe, tells a code whatever the tool.
  const isCode = (header: string) =>
    !Object.values(found.columns).includes("code") && knownHeader(header)?.target === "code";
  const targets = headers.map(
    (header) => columns.get(plain(header)) ?? (isCode(header) ? "code" : null),
  );
  const lines = found.lines && { lines: found.lines };
  return { name: found.name, answers: { ...found.answers, ...lines, targets } };
}
