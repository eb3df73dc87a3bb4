import { livedProgram } from "./lived-program";
import { type Flow, press, tick, tryFlows } from "./try-flow";

const FEBRUARY = "inv_2026-02_USD";
const DRIP = "drip_trx_1/trg_yearly";

/** What is done by a press, in an order in which each finds what it needs. */
const flows: Readonly<Record<string, Flow>> = {
  "skipping an occurrence": {
    at: ["drip", DRIP],
    press: ["Skip the occurrence of Mar 15, 2026"],
    call: "skip-occurrence",
    says: "The occurrence of Mar 15, 2026 is skipped.",
    way: "Undo",
    changes: { Drips: 1, Activity: 1 },
  },
  "pausing a drip": {
    at: ["drip", DRIP],
    press: ["Pause"],
    call: "pause-drip",
    says: "Paused: no rewards are made until you resume it.",
    way: "Resume",
    changes: { Drips: 1, Activity: 1 },
  },
  "resuming a drip": {
    at: ["drip", DRIP],
    press: ["Resume"],
    call: "resume-drip",
    says: "Resumed with its original dates.",
    way: "Pause",
    changes: { Drips: 1, Activity: 1 },
  },
  "approving a reward": {
    at: ["review", "pending"],
    press: ["Approve"],
    call: "set-reward-status",
    says: "1 reward approved: ",
    way: "Undo",
    changes: { Rewards: 1, Activity: 1 },
  },
  "taking a line off": {
    at: ["invoice", FEBRUARY],
    show: tick(/Ada Berg/),
    press: ["Remove"],
    call: "place-rewards",
    says: "1 line removed; the next invoice takes them.",
    way: "Undo",
    changes: { Rewards: 1, Invoices: 1, Activity: 1 },
  },
  "pausing an invoice": {
    at: ["invoice", FEBRUARY],
    press: ["Pause"],
    call: "pause-invoice",
    says: "Paused: no run will finalize it.",
    way: "Undo",
    changes: { Invoices: 1, Activity: 1 },
  },
  "a payment file": {
    at: ["invoice", "inv_2026-01_USD"],
    show: async (open) => {
      await press("Payment file")(open);
      await open.frame.getByText("PayPal", { exact: true }).click();
      await open.frame.getByText("1 payout, $50.00", { exact: false }).waitFor();
    },
    press: [">Make file"],
    call: "make-payment-file",
    says: /1 payout, \$50\.00/,
    changes: { Payouts: 1, Activity: 1 },
  },
  "pausing a trigger": {
    at: ["triggers"],
    press: ["Pause First sale bonus"],
    call: "set-trigger-state",
    says: "“First sale bonus” is paused.",
    way: "Undo",
    changes: { Triggers: 1, Activity: 1 },
  },
  "a forecast in a tab": {
    at: ["forecast"],
    press: ["Write to a tab"],
    call: "write-forecast",
    says: /has the forecast and its charts/,
    changes: { "New tabs": 1, Activity: 1 },
  },
  "undoing a run": {
    at: ["activity"],
    show: press("Undo the latest run"),
    press: [">Undo and pause"],
    call: "undo-run",
    input: '"confirmed":true',
    says: "The run is undone. The program is paused until you resume it.",
    way: "Settings",
    // The last month opened and the last day lived go back too; the invoice was changed above, and stays.
    changes: { Settings: 3, Rewards: 1, Activity: 2 },
  },
};

tryFlows(flows, livedProgram);
