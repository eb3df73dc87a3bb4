import type { Preset, Sample } from "./preset";

export const gumroadSales: Preset = {
  name: "Gumroad sales",
  needs: ["Purchase ID", "Purchase Email", "Purchase Time (UTC timezone)", "Sale Price ($)"],
  columns: {
    "Purchase ID": "key",
    "Item Name": "product",
    "Buyer Name": "name",
    "Purchase Email": "customer",
    "Purchase Time (UTC timezone)": "date",
    "Sale Price ($)": "amount",
    "Partial Refund ($)": "refunded",
    "Fully Refunded?": "flag",
    "Disputed?": "flag",
    Affiliate: "partner",
  },
  answers: { zone: "UTC", currency: "USD" },
  sources:
    "Sure: PURCHASE_FIELDS of app/services/exports/purchase_export_service.rb in antiwork/gumroad, with its line of totals at the end. Amounts are in USD.",
};

export const sample: Sample = {
  file: [
    "Purchase ID,Item Name,Buyer Name,Purchase Email,Buyer Email,Do not contact?,Purchase Date,Purchase Time (UTC timezone),Subtotal ($),Taxes ($),Sale Price ($),Fees ($),Net Total ($),Referrer,Refunded?,Partial Refund ($),Fully Refunded?,Disputed?,Discount Code,Affiliate",
    "p1==,Book,Ada Berg,ada@example.com,,0,2026-02-01,2026-02-01 03:30:00 UTC,30.0,0.0,30.0,3.5,26.5,direct,0,0.0,0,0,,sam@example.com",
    "p2==,Book,Bo Lind,bo@example.com,,0,2026-02-02,2026-02-02 12:00:00 UTC,30.0,0.0,30.0,3.5,26.5,direct,1,10.0,0,0,,",
    "p3==,Book,Cy Wu,cy@example.com,,0,2026-02-02,2026-02-02 12:00:00 UTC,30.0,0.0,30.0,3.5,26.5,direct,1,0.0,1,0,,",
    "p4==,Book,Di Roy,di@example.com,,0,2026-02-02,2026-02-02 12:00:00 UTC,30.0,0.0,30.0,3.5,26.5,direct,0,0.0,0,1,,",
    "Totals,,,,,,,,120.0,0.0,120.0,14.0,106.0,,,10.0,,,,",
  ].join("\n"),
  lines: [
    "p1== ada@example.com 2026-01-31 3000 0",
    "p2== bo@example.com 2026-02-02 3000 1000",
    "p3== cy@example.com 2026-02-02 3000 all",
    "p4== di@example.com 2026-02-02 3000 all",
  ],
};
