import type { Preset, Sample } from "./preset";

export const stripeBalance: Preset = {
  name: "Stripe balance changes",
  needs: ["balance_transaction_id", "created_utc", "reporting_category", "gross", "currency"],
  columns: {
    source_id: "key",
    created_utc: "date",
    gross: "amount",
    currency: "currency",
    reporting_category: "kind",
    charge_id: "refundOf",
    customer_id: "customer",
    customer_email: "email",
    customer_name: "name",
    description: "product",
  },
  answers: {
    zone: "UTC",
    outcomes: {
      charge: "sale",
      refund: "refund",
      dispute: "refund",
      "dispute reversal": "out",
      "refund failure": "out",
      "charge failure": "out",
      payout: "out",
      "payout reversal": "out",
      fee: "out",
      transfer: "out",
      topup: "out",
    },
  },
  sources:
    "Sure of balance_transaction_id, created_utc, currency, gross, reporting_category, source_id, charge_id, description: the same in ten public importers and scripts that ask Stripe for " +
    "balance_change_from_activity.itemized.3 (2021 to 2026). customer_id and customer_name are among the columns that one of them asks for; the report has them only where they are chosen, and " +
    "without a customer no line can be taken. customer_email is a guess, and not needed. A dispute that was won is left out: take the refund row away that its dispute made.",
};

export const sample: Sample = {
  file: [
    "balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,reporting_category,source_id,description,charge_id,customer_id,customer_name",
    "txn_1,2026-02-01 03:30:00,2026-02-03 00:00:00,usd,1200.00,35.10,1164.90,charge,ch_1,Yearly plan,ch_1,cus_1,Ada Berg",
    "txn_2,2026-02-02 10:02:11,2026-02-04 00:00:00,usd,49.00,1.72,47.28,charge,ch_2,Monthly plan,ch_2,cus_2,Bo Lind",
    "txn_3,2026-02-03 10:02:11,2026-02-03 00:00:00,usd,-200.00,0.00,-200.00,refund,re_1,REFUND FOR CHARGE,ch_1,cus_1,Ada Berg",
    "txn_4,2026-02-04 10:02:11,2026-02-04 00:00:00,usd,-49.00,15.00,-64.00,dispute,du_1,Chargeback withdrawal,ch_2,cus_2,Bo Lind",
    "txn_5,2026-02-05 00:00:00,2026-02-05 00:00:00,usd,-900.00,0.00,-900.00,payout,po_1,STRIPE PAYOUT,,,",
  ].join("\n"),
  lines: [
    "ch_1 cus_1 2026-01-31 120000 0",
    "ch_2 cus_2 2026-02-02 4900 0",
    "refund ch_1 2026-02-03 20000",
    "refund ch_2 2026-02-04 4900",
    "out payout",
  ],
};
