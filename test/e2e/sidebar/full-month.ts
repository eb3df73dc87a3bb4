import { ask } from "../../support/small-program";
import type { HowToOpen } from "./open-sidebar";

const PARTNERS = 30;
const SALES = 237;
const two = (n: number): string => String(n).padStart(2, "0");
const listens = { State: "active", Event: "transaction created", Action: "grant a reward" };

/** A January of 30 partners and 237 sales, all of them pending, as a team finds it before its first review. */
export const fullMonth = {
  now: "2026-01-31",
  rows: {
    Partners: Array.from({ length: PARTNERS }, (_, i) => ({
      Key: `ptn_${two(i + 1)}`,
      Name: i === 0 ? "Ada Berg" : `Partner ${two(i + 1)}`,
      "E-mail": `partner${i + 1}@example.org`,
      Group: i === 0 ? "Standard" : "Gold",
      "Joined on": "2025-06-01",
      "Payout method": "PayPal",
      "Payment e-mail": `partner${i + 1}@example.org`,
    })),
    Customers: Array.from({ length: PARTNERS * 2 }, (_, i) => ({
      Key: `cus_${two(i + 1)}`,
      Name: `Customer ${two(i + 1)}`,
      Partner: `ptn_${two((i % PARTNERS) + 1)}`,
      "Created on": "2025-12-01",
    })),
    Triggers: [
      {
        ...listens,
        Key: "trg_gold",
        Name: "Gold rate",
        Order: 1,
        Set: "rate",
        Percent: "25",
        Rules: JSON.stringify({
          all: [{ fact: "partner.Group", operator: "equal", value: "Gold" }],
        }),
      },
      { ...listens, Key: "trg_rate", Name: "Everyone", Order: 2, Set: "rate", Percent: "20" },
    ],
    Transactions: Array.from({ length: SALES }, (_, i) => ({
      Key: `trx_${i + 1}`,
      Customer: `cus_${two((i % (PARTNERS * 2)) + 1)}`,
      Date: `2026-01-${two((i % 28) + 1)}`,
      Amount: i === 0 ? 99 : 20 + i,
      Currency: "USD",
      Product: "Monthly plan",
    })),
  },
  before: async (host) => {
    host.type("Settings", { Key: "program start" }, "Value", "2025-12-01");
    await ask(host, "run", { kind: "by hand" });
  },
} satisfies HowToOpen;
