import type { Preset, Sample } from "./preset";

export const shopifyOrders: Preset = {
  name: "Shopify orders",
  needs: ["Name", "Email", "Financial Status", "Paid at", "Total"],
  columns: {
    Name: "key",
    Email: "customer",
    "Billing Name": "name",
    "Financial Status": "status",
    "Paid at": "date",
    Currency: "currency",
    Total: "amount",
    "Refunded Amount": "refunded",
    "Lineitem name": "product",
    "Discount Code": "code",
  },
  answers: {
    outcomes: {
      paid: "sale",
      "partially refunded": "sale",
      refunded: "refund",
      pending: "out",
      authorized: "out",
      voided: "out",
      "partially paid": "out",
    },
  },
  sources:
    "Sure: the same header line in the test files of ten public importers, the one of an online shop's own orders importer among them (ShopifyImporter in its specs). " +
    "Each further item of an order is a line with the same Name and no Total.",
};

export const sample: Sample = {
  file: [
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Created at,Lineitem quantity,Lineitem name,Billing Name,Refunded Amount,Id",
    "#1001,ada@example.com,paid,2026-02-01 10:00:00 +0100,fulfilled,no,EUR,100.00,5.00,20.00,125.00,SAM10,2026-02-01 09:59:00 +0100,1,Lamp,Ada Berg,0.00,501",
    "#1001,ada@example.com,,,,,,,,,,,2026-02-01 09:59:00 +0100,1,Bulb,,,",
    "#1002,bo@example.com,partially_refunded,2026-02-01 23:30:00 +0100,fulfilled,no,EUR,50.00,0.00,0.00,50.00,,2026-02-01 23:29:00 +0100,1,Bulb,Bo Lind,20.00,502",
    "#1003,cy@example.com,pending,,unfulfilled,no,EUR,70.00,0.00,0.00,70.00,,2026-02-02 10:00:00 +0100,1,Lamp,Cy Wu,0.00,503",
    "#1003,cy@example.com,,,,,,,,,,,2026-02-02 10:00:00 +0100,1,Bulb,,,",
  ].join("\n"),
  lines: [
    "#1001 ada@example.com 2026-02-01 12500 0",
    "out ",
    "#1002 bo@example.com 2026-02-01 5000 2000",
    "out pending",
    "out ",
  ],
};
