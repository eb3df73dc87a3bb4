import type * as Host from "../../../host";
import { ask } from "../../support/small-program";
import type { HowToOpen } from "./open-sidebar";

const rule = (fact: string, operator: string, value: string | number): string =>
  JSON.stringify({ all: [{ fact, operator, value }] });
const sale = { State: "active", Event: "transaction created" };

/** Two months of a small program: something of each kind stands on each screen. */
const rows = {
  Partners: [
    {
      Key: "ptn_ada",
      Name: "Ada Berg",
      "E-mail": "ada@berg.example",
      Group: "Gold",
      "Joined on": "2025-11-03",
      "Payout method": "PayPal",
      "Payment e-mail": "ada@berg.example",
    },
    { Key: "ptn_bela", Name: "Bela Castro", "E-mail": "bela@castro.example", Group: "Standard" },
    { Key: "ptn_chidi", Name: "Chidi Okafor", Group: "Agencies" },
  ],
  Customers: [
    { Key: "cus_harbor", Name: "Harbor Foods", Partner: "ptn_ada", "Created on": "2026-01-10" },
    { Key: "cus_maple", Name: "Maple Labs", Partner: "ptn_bela", "Created on": "2026-01-12" },
    { Key: "cus_onyx", Name: "Onyx Media", Partner: "ptn_chidi", "Created on": "2026-02-02" },
  ],
  Triggers: [
    {
      ...sale,
      Key: "trg_first",
      Name: "First sale bonus",
      Order: 1,
      Action: "grant a reward",
      Amount: 50,
      Rules: rule("transaction.number", "equal", 1),
    },
    {
      ...sale,
      Key: "trg_yearly",
      Name: "Yearly plan by the month",
      Order: 2,
      Action: "start a drip",
      Amount: 20,
      Delay: 1,
      "Delay unit": "months",
      Cycle: 1,
      "Cycle unit": "months",
      Occurrences: 12,
      Rules: rule("transaction.Product", "equal", "Yearly plan"),
    },
  ],
  Transactions: [
    {
      Key: "trx_1",
      Customer: "cus_harbor",
      Date: "2026-01-15",
      Amount: 1200,
      Currency: "USD",
      Product: "Yearly plan",
    },
    { Key: "trx_2", Customer: "cus_maple", Date: "2026-01-20", Amount: 99, Currency: "USD" },
    { Key: "trx_3", Customer: "cus_onyx", Date: "2026-02-04", Amount: 49.5, Currency: "USD" },
    { Key: "trx_bad", Customer: "cus_onyx", Date: "2026-02-05", Amount: "49.5o" },
  ],
};

const live = async (host: Host.Driver): Promise<void> => {
  for (const day of ["2026-02-01", "2026-02-20", "2026-03-02"]) {
    await host.clock.advanceTo(day);
    await ask(host, "run", { kind: "by hand" });
  }
  await ask(host, "set-reward-status", {
    rewards: ["trx_3/trg_first"],
    status: "held",
    reason: "Waiting for the customer's payment",
  });
};

export const livedProgram = {
  now: "2026-01-05",
  rows,
  run: true,
  isRepeatable: true,
  before: live,
} satisfies HowToOpen;
