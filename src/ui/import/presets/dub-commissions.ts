import type { Preset, Sample } from "./preset";

const needs = [
  "ID",
  "Type",
  "Amount",
  "Earnings",
  "Currency",
  "Status",
  "Created at",
  "Partner email",
];
const sources =
  "Sure: COMMISSION_EXPORT_COLUMNS of apps/web/lib/zod/schemas/commissions.ts in dubinc/dub, and formatCommissionsForExport: amounts are written with their currency. Partner email and Customer email must be chosen when exporting.";

/** What Dub still owes to partners. */
export const dubRewards: Preset = {
  name: "Dub commissions",
  lines: "open rewards",
  needs,
  columns: {
    ID: "key",
    Type: "product",
    Earnings: "amount",
    Currency: "currency",
    Status: "status",
    "Created at": "date",
    "Partner email": "partner",
    "Customer email": "customer",
  },
  answers: {
    outcomes: {
      pending: "sale",
      processed: "sale",
      hold: "sale",
      paid: "out",
      refunded: "out",
      duplicate: "out",
      fraud: "out",
      canceled: "out",
    },
  },
  sources,
};
/** The sales that they were for: history, where they lie before the program's start. */
export const dubSales: Preset = {
  name: "Dub commissions",
  needs,
  columns: {
    ID: "key",
    Type: "kind",
    Amount: "amount",
    Currency: "currency",
    Status: "status",
    "Created at": "date",
    "Partner email": "partner",
    "Customer email": "customer",
    "Customer name": "name",
  },
  answers: {
    outcomes: {
      sale: "sale",
      pending: "sale",
      processed: "sale",
      hold: "sale",
      paid: "sale",
      refunded: "refund",
      lead: "out",
      click: "out",
      referral: "out",
      custom: "out",
      duplicate: "out",
      fraud: "out",
      canceled: "out",
    },
  },
  sources,
};

const file = [
  "ID,Type,Amount,Earnings,Currency,Status,Invoice ID,Quantity,Created at,Partner ID,Partner name,Partner email,Customer ID,Customer name,Customer email,Customer external ID",
  'cm_1,sale,"$1,200.00",$240.00,usd,pending,in_1,1,2026-02-01T03:30:00.000Z,pn_1,Sam Reed,sam@example.com,cus_1,Ada Berg,ada@example.com,u1',
  "cm_2,sale,$49.00,$9.80,usd,paid,in_2,1,2026-02-02T10:00:00.000Z,pn_1,Sam Reed,sam@example.com,cus_2,Bo Lind,bo@example.com,u2",
  "cm_3,sale,$49.00,$9.80,usd,refunded,in_3,1,2026-02-03T10:00:00.000Z,pn_1,Sam Reed,sam@example.com,cus_2,Bo Lind,bo@example.com,u2",
  "cm_4,lead,$0.00,$5.00,usd,processed,,1,2026-02-04T10:00:00.000Z,pn_2,Tia Moss,tia@example.com,cus_3,Cy Wu,cy@example.com,u3",
].join("\n");
export const sample: Sample = {
  file,
  lines: [
    "open rewards cm_1 sam@example.com ada@example.com 2026-01-31 24000",
    "out paid",
    "out refunded",
    "open rewards cm_4 tia@example.com cy@example.com 2026-02-04 500",
  ],
};
export const salesSample: Sample = {
  file,
  lines: [
    "cm_1 ada@example.com 2026-01-31 120000 0",
    "cm_2 bo@example.com 2026-02-02 4900 0",
    "cm_3 bo@example.com 2026-02-03 4900 all",
    "out processed, lead",
  ],
};
