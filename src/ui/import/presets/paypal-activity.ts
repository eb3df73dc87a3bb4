import type { Preset, Sample } from "./preset";

export const paypalActivity: Preset = {
  name: "PayPal activity",
  needs: ["Date", "Time", "TimeZone", "Type", "Status", "Currency", "Gross", "Transaction ID"],
  columns: {
    Date: "date",
    Time: "time",
    TimeZone: "zone",
    Name: "name",
    Type: "kind",
    Status: "status",
    Currency: "currency",
    Gross: "amount",
    "From Email Address": "customer",
    "Transaction ID": "key",
    "Item Title": "product",
    "Reference Txn ID": "refundOf",
  },
  answers: {
    outcomes: {
      completed: "sale",
      "express checkout payment": "sale",
      "website payment": "sale",
      "mobile payment": "sale",
      "invoice payment": "sale",
      "subscription payment": "sale",
      "payment refund": "refund",
      "general withdrawal": "out",
      "general authorization": "out",
      "general currency conversion": "out",
    },
  },
  sources:
    "Sure of the headers: ten public importers, hledger's conversion rules for PayPal among them. The words of Type are seen there in part; a further one is asked. " +
    "Dates follow the account's country, so their order is asked where the file doesn't show it.",
};

export const sample: Sample = {
  file: [
    '"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Item Title","Reference Txn ID"',
    '"01/31/2026","21:30:00","PST","Ada Berg","Express Checkout Payment","Completed","USD","1,200.00","-35.10","1,164.90","ada@example.com","shop@example.com","T1","Yearly plan",""',
    '"02/02/2026","09:00:00","PST","Ada Berg","Payment Refund","Completed","USD","-200.00","0.00","-200.00","shop@example.com","ada@example.com","T2","","T1"',
    '"02/03/2026","09:00:00","PST","","General Withdrawal","Completed","USD","-900.00","0.00","-900.00","","","T3","",""',
    '"02/04/2026","09:00:00","PST","Bo Lind","Express Checkout Payment","Pending","USD","49.00","0.00","49.00","bo@example.com","shop@example.com","T4","Monthly plan",""',
  ].join("\n"),
  lines: [
    "T1 ada@example.com 2026-02-01 120000 0",
    "refund T1 2026-02-02 20000",
    "out Completed, General Withdrawal",
    "out Pending, Express Checkout Payment",
  ],
};
