import type { Preset, Sample } from "./preset";

const needs = ["external_id", "amount", "created_at", "affiliate_email", "program"];
const sources =
  "Sure for the file that Tapfiliate itself imports: support.tapfiliate.com, “Manually creating a conversion or a customer”, lists its columns. Its export names none in public: where a header " +
  "differs, choose the column.";

/** Conversions as the sales that they were. */
export const tapfiliateSales: Preset = {
  name: "Tapfiliate conversions",
  needs,
  columns: {
    external_id: "key",
    amount: "amount",
    created_at: "date",
    affiliate_email: "partner",
    currency: "currency",
    customer_id: "customer",
    program: "category",
  },
  answers: {},
  sources,
};
/** Their commissions, as far as they are not paid. */
export const tapfiliateRewards: Preset = {
  name: "Tapfiliate commissions",
  lines: "open rewards",
  needs: [...needs, "commission_amount", "commission_status"],
  columns: {
    external_id: "key",
    commission_amount: "amount",
    commission_status: "status",
    created_at: "date",
    affiliate_email: "partner",
    currency: "currency",
    customer_id: "customer",
    program: "product",
  },
  answers: {},
  sources,
};

const file = [
  "external_id,amount,created_at,affiliate_email,program,currency,customer_id,commission_status,commission_type,commission_amount",
  "ord_1,1200.00,2026-02-01T03:30:00Z,sam@example.com,main,USD,u1,approved,standard,240.00",
  "ord_2,49.00,2026-02-02T10:00:00Z,sam@example.com,main,USD,u2,disapproved,standard,9.80",
].join("\n");
export const sample: Sample = {
  file,
  lines: ["ord_1 u1 2026-01-31 120000 0", "ord_2 u2 2026-02-02 4900 0"],
};
export const rewardsSample: Sample = {
  file,
  lines: ["open rewards ord_1 sam@example.com u1 2026-01-31 24000", "out disapproved"],
};
