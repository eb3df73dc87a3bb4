import type { Preset, Sample } from "./preset";

export const lemonSqueezyOrders: Preset = {
  name: "Lemon Squeezy orders",
  needs: ["identifier", "order_number", "user_email", "date_utc", "total"],
  columns: {
    identifier: "key",
    user_name: "name",
    user_email: "customer",
    date_utc: "date",
    total: "amount",
    currency: "currency",
    status: "status",
    refunded_amount: "refunded",
    product_name: "product",
  },
  answers: { zone: "UTC", isMinor: true, outcomes: { paid: "sale", refunded: "refund" } },
  sources:
    "Sure of identifier, order_number, user_name, user_email, date_utc, subtotal, tax, total, product_name, variant_name, discount_code, with totals in cents: the importer of one public " +
    "repository reads them. currency, status and refunded_amount are the names of the same facts in Lemon Squeezy's API (docs.lemonsqueezy.com/api/orders), and not needed.",
};

export const sample: Sample = {
  file: [
    "identifier,order_number,user_name,user_email,date_utc,currency,subtotal,discount_total,tax,total,status,refunded_amount,product_name,variant_name,discount_code,country",
    "a1-01,1001,Ada Berg,ada@example.com,2026-02-01 03:30:00,USD,120000,0,0,120000,paid,0,Yearly plan,Default,,US",
    "a1-02,1002,Bo Lind,bo@example.com,2026-02-02 16:00:00,USD,4900,0,0,4900,paid,900,Monthly plan,Default,SAM10,SE",
    "a1-03,1003,Cy Wu,cy@example.com,2026-02-03 09:12:00,USD,4900,0,0,4900,refunded,4900,Monthly plan,Default,,DE",
    "a1-04,1004,Cy Wu,cy@example.com,2026-02-04 09:12:00,USD,4900,0,0,4900,failed,0,Monthly plan,Default,,DE",
  ].join("\n"),
  lines: [
    "a1-01 ada@example.com 2026-01-31 120000 0",
    "a1-02 bo@example.com 2026-02-02 4900 900",
    "a1-03 cy@example.com 2026-02-03 4900 4900",
    "out failed",
  ],
};
