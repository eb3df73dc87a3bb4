import type { Preset, Sample } from "./preset";

export const stripePayments: Preset = {
  name: "Stripe payments",
  needs: ["id", "Created date (UTC)", "Amount", "Currency", "Status"],
  columns: {
    id: "key",
    "Created date (UTC)": "date",
    Amount: "amount",
    "Amount Refunded": "refunded",
    "Refunded date (UTC)": "refundedOn",
    Currency: "currency",
    Status: "status",
    Mode: "test",
    Description: "product",
    "Customer ID": "customer",
    "Customer Email": "email",
    "Customer Description": "name",
  },
  answers: {
    zone: "UTC",
    outcomes: { paid: "sale", failed: "out", refunded: "refund", canceled: "out" },
  },
  sources:
    "Sure of id, Created date (UTC), Amount, Amount Refunded, Currency, Status, Customer ID, Customer Email: the same in eight public test files of importers " +
    "(2025 and 2026). Customer Description is in one of them, and Mode with “Live” in another. Refunded date (UTC) is a guess, and not needed.",
};

export const sample: Sample = {
  file: [
    "id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Fee,Status,Description,Customer ID,Customer Email",
    'ch_1,2026-02-01 03:30:00,"1,200.00",0.00,usd,true,35.10,Paid,Yearly plan,cus_1,ada@example.com',
    "ch_2,2026-02-01 16:00:00,49.00,9.00,usd,true,1.72,Paid,Monthly plan,,guest@example.com",
    "ch_3,2026-02-02 09:12:00,49.00,49.00,usd,true,1.72,Refunded,Monthly plan,cus_1,ada@example.com",
    "ch_4,2026-02-03 09:12:00,49.00,0.00,usd,false,0.00,Failed,Monthly plan,cus_1,ada@example.com",
  ].join("\n"),
  lines: [
    "ch_1 cus_1 2026-01-31 120000 0",
    "ch_2 guest@example.com 2026-02-01 4900 900",
    "ch_3 cus_1 2026-02-02 4900 4900",
    "out Failed",
  ],
};
