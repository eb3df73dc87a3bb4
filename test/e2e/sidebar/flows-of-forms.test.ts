import { ask } from "../../support/small-program";
import { livedProgram } from "./lived-program";
import { type Flow, pick, press, tick, tryFlows } from "./try-flow";

const JANUARY = "inv_2026-01_USD";
const FEBRUARY = "inv_2026-02_USD";
const DRIP = "drip_trx_1/trg_yearly";
const again = /already saved|already created/;

/** Every form of the sidebar, in an order in which each finds what it needs. */
const flows: Readonly<Record<string, Flow>> = {
  "recording a sale": {
    at: ["record", "sale cus_maple"],
    type: { "record-sale-amount": "1,200.50", "record-sale-product": "Hourly plan" },
    press: ["See what it triggers", ">Record sale"],
    call: "record-sale",
    says: /Sale recorded\./,
    way: "Run now",
    again,
    changes: { Transactions: 1, Activity: 1 },
  },
  "recording a refund": {
    at: ["record", "refund"],
    choose: pick("Sale", "onyx"),
    type: { "record-refund-amount": "9.50" },
    press: ["See what it triggers", ">Record refund"],
    call: "record-refund",
    says: /Refund recorded\./,
    again,
    changes: { Transactions: 1, Activity: 1 },
  },
  "adding a customer": {
    at: ["record", "customer"],
    choose: pick("Partner", "bela"),
    type: { "add-customer-name": "Zoë Tea", "add-customer-email": "zoe@tea.example" },
    press: ["See what it triggers", ">Add customer"],
    call: "add-customer",
    says: /Zoë Tea added/,
    way: "Record a sale",
    again,
    changes: { Customers: 1, Activity: 1 },
  },
  "adding a partner": {
    at: ["record", "partner"],
    type: { "add-partner-name": "Dora Ek", "add-partner-group": "Gold" },
    press: ["See what it triggers", ">Add partner"],
    call: "add-partner",
    says: /Dora Ek added/,
    again,
    changes: { Partners: 1, Activity: 1 },
  },
  "changing a partner": {
    at: ["partner", "ptn_bela"],
    show: press("Edit"),
    type: {
      "change-partner-email": "new@castro.example",
      "change-partner-payoutMethod": "bank transfer",
      "change-partner-payeeName": "Castro & Sons",
      "change-partner-accountReference": "00123",
    },
    press: [">Save"],
    call: "change-partner",
    says: "Bela Castro is updated.",
    again: "Nothing changed: Bela Castro already has these values.",
    changes: { Partners: 1, Activity: 1 },
  },
  "a manual reward": {
    at: ["manual-reward"],
    choose: pick("Partner", "bela"),
    type: {
      "create-manual-reward-description": "Missed reward for Maple's March upgrade",
      "create-manual-reward-amount": "12.34",
    },
    press: ["Create reward"],
    call: "create-manual-reward",
    says: /Reward of \$12\.34 for Bela Castro created\./,
    again,
    changes: { Rewards: 1, Activity: 1 },
  },
  "a new trigger": {
    at: ["trigger"],
    type: { "save-trigger-name": "Big sale", "save-trigger-amount": "7.50" },
    press: ["Save draft"],
    call: "save-trigger",
    says: /“Big sale” is saved as draft/,
    again,
    changes: { Triggers: 1, Activity: 1 },
  },
  "changing a trigger": {
    at: ["trigger", "trg_first"],
    type: { "save-trigger-amount": "55" },
    // It pays beside the other one as before, so that it asks nothing (LIMIT-2a).
    press: ["Save"],
    call: "save-trigger",
    says: /“First sale bonus” is saved and active, version 2/,
    changes: { Triggers: 1, Activity: 1 },
  },
  "the settings": {
    at: ["settings"],
    type: { "change-settings-payoutDay": "20", "change-settings-reason": "agreed" },
    press: ["Save"],
    call: "change-settings",
    says: "1 setting changed.",
    way: "Undo",
    changes: { Settings: 1, Activity: 1 },
  },
  "importing triggers": {
    at: ["triggers"],
    show: press("Import"),
    type: {
      "import-text": JSON.stringify({
        format: "tributary triggers",
        version: 1,
        triggers: [
          {
            key: "trg_hourly",
            name: "Hourly",
            order: 50,
            event: "transaction created",
            action: "grant a reward",
            amount: 3,
          },
        ],
      }),
    },
    press: [">Import 1"],
    call: "import-triggers",
    input: '"confirmed":true',
    says: "1 trigger added",
    changes: { Triggers: 1, Activity: 1 },
  },
  "writing off a balance": {
    at: ["invoice", FEBRUARY],
    show: press("Write off the balance of Chidi Okafor"),
    type: { "write-off-reason": "Goodwill" },
    press: [">Write off"],
    call: "write-off",
    says: "$30.00 written off for Chidi Okafor.",
    changes: { Rewards: 1, Invoices: 1, Activity: 1 },
  },
  "holding a reward": {
    at: ["review", "pending"],
    show: press("Hold"),
    type: { "review-reason": "Asked the customer first" },
    press: [">Hold"],
    call: "set-reward-status",
    says: "1 reward held: ",
    way: "Undo",
    changes: { Rewards: 1, Invoices: 1, Activity: 1 },
  },
  "ending a drip": {
    at: ["drip", DRIP],
    show: press("End drip"),
    type: { "end-drip-reason": "The customer left", "end-drip-on": "2026-04-20" },
    press: [">End drip"],
    call: "end-drip",
    input: '"confirmed":true',
    says: /1 drip ended on Apr 20, 2026/,
    way: "Undo",
    changes: { Drips: 1, Activity: 1 },
  },
  "reopening an invoice": {
    at: ["invoice", JANUARY],
    show: press("Reopen"),
    type: { "reopen-invoice-reason": "A line was forgotten" },
    press: [">Reopen"],
    call: "reopen-invoice",
    says: "Back in review, and paused. 2 payouts removed.",
    changes: { Invoices: 1, Payouts: 2, Rewards: 2, Activity: 1 },
  },
  "making an invoice final": {
    at: ["invoice", JANUARY],
    show: press("Finalize"),
    press: [">Finalize"],
    call: "finalize-invoice",
    says: "Finalized: 2 payouts to pay.",
    changes: { Invoices: 1, Payouts: 2, Rewards: 2, Activity: 1 },
  },
  "paying a payout": {
    at: ["invoice", JANUARY],
    show: async (open) => {
      await tick("Choose the payout of Ada Berg")(open);
      await press("Pay 1")(open);
    },
    type: { "pay-invoice-paidOn": "2026-03-01", "pay-invoice-reference": "SEPA 17" },
    press: [">Record as paid"],
    call: "pay-invoice",
    says: "1 payout recorded as paid.",
    changes: { Payouts: 1, Rewards: 1, Activity: 1 },
  },
  "a returned payment": {
    at: ["invoice", JANUARY],
    show: press("Record that the payment to Ada Berg was returned"),
    type: { "return-payout-reason": "Account closed" },
    press: [">Record the return"],
    call: "return-payout",
    says: /Returned\. A new payout for Ada Berg/,
    changes: { Payouts: 2, Rewards: 1, Activity: 1 },
  },
  "judging again": {
    at: ["judge-again", "trx_2"],
    type: { "again-reason": "The terms were wrong" },
    press: ["Process 1 row again"],
    call: "judge-again",
    input: '"confirmed":true',
    says: "1 row processed again.",
    // The final reward takes the terms of the trigger that was changed above, its line the difference.
    changes: { Rewards: 2, Transactions: 1, Activity: 1 },
  },
  "archiving a partner": {
    at: ["partner", "ptn_chidi"],
    show: press("Archive"),
    type: { "archive-record-on": "2026-03-02" },
    press: [">Archive"],
    call: "archive-record",
    input: '"confirmed":true',
    says: "Chidi Okafor is archived.",
    changes: { Partners: 1, Activity: 1 },
  },
};

tryFlows(flows, {
  ...livedProgram,
  before: async (host) => {
    await livedProgram.before(host);
    await ask(host, "create-manual-reward", {
      partner: "ptn_chidi",
      description: "Clawback",
      amount: "-30",
      invoiceMonth: "2026-02",
    });
  },
});
