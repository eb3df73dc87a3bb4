const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** A sale of 100.00 USD to the one customer there is. */
export const saleOf = (Key: string, Amount: number | string = 100) => ({
  Key,
  Customer: "acme",
  Date: day("2026-03-02"),
  Amount,
  Currency: "USD",
});

/** One partner with one customer, a trigger of 20 %, and two sales. */
export const smallSales = {
  Partners: [{ Key: "ann", Name: "Ann Berg", "Joined on": day("2026-01-05") }],
  Customers: [{ Key: "acme", Name: "Acme", Partner: "ann", "Created on": day("2026-03-02") }],
  Triggers: [
    {
      Key: "rate",
      Name: "Rate",
      State: "active",
      Event: "transaction created",
      Action: "grant a reward",
      Percent: "20",
    },
  ],
  Transactions: [saleOf("T1"), saleOf("T2")],
};
