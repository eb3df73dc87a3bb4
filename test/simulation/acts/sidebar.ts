import { type MarkerCell, unpacked } from "../../support/unpacked";
import { monthOf, plusDays } from "../calendar";
import { askToLeave } from "../leaving";
import { ask, type Life, type Row, rowsOf, someRow } from "../life";
import type { Acts } from "./act";

const isOpen = ({ Status }: Row): boolean => Status !== "paid" && Status !== "declined";
const keysOf = (rows: readonly Row[]) => rows.map(({ Key }) => Key);

/** One reward, or up to ten at once. */
function someRewards(life: Life, test: (row: Row) => boolean) {
  const rows = rowsOf(life, "Rewards").filter(test);
  if (rows.length === 0) return undefined;
  const from = life.dice.below(rows.length);
  const count = life.dice.chance(0.5) ? 1 : 1 + life.dice.below(10);
  return keysOf(rows.slice(from, from + count));
}

function manualReward(life: Life): unknown {
  const { dice, today } = life;
  const partner = someRow(life, "Partners", () => true);
  const invoice = someRow(life, "Invoices", ({ Status }) => Status === "In review");
  if (!partner) return;
  return ask(life, "create-manual-reward", {
    partner: partner.Key,
    amount: String((dice.below(9000) + 1 - 3000) / 100),
    currency: dice.of(["USD", "EUR"]),
    description: `By hand ${++life.count}`,
    confirmed: dice.chance(0.8),
    ...(dice.chance(0.3) ? { earnedOn: plusDays(today, -dice.below(90)) } : {}),
    ...(invoice && dice.chance(0.5) ? { invoiceMonth: invoice.Month } : {}),
    ...(dice.chance(0.3) ? { reason: dice.of(["bonus", "clawback", "correction"]) } : {}),
  });
}

function review(life: Life): unknown {
  const rewards = someRewards(life, isOpen);
  const status = life.dice.of(["approved", "approved", "pending", "held", "declined"]);
  return rewards && ask(life, "set-reward-status", { rewards, status, reason: "reviewed" });
}

function reopenDeclined(life: Life): unknown {
  const rewards = someRewards(life, ({ Status }) => Status === "declined");
  return rewards && ask(life, "set-reward-status", { rewards, status: "pending" });
}

function releaseHeld(life: Life): unknown {
  const rewards = someRewards(life, ({ Status }) => Status === "held");
  return rewards && ask(life, "set-reward-status", { rewards, status: "approved" });
}

function moveLines(life: Life): unknown {
  const invoice = someRow(life, "Invoices", ({ Status }) => Status === "In review");
  if (!invoice) return;
  if (life.dice.chance(0.4)) {
    const rewards = someRewards(life, ({ Invoice }) => Invoice === invoice.Key);
    return rewards && ask(life, "place-rewards", { rewards, to: "off its invoice" });
  }
  const fits = ({ Invoice, Currency, Status }: Row) =>
    Invoice === "" && Currency === invoice.Currency && Status !== "held" && Status !== "declined";
  const rewards = someRewards(life, fits);
  const to = "on an invoice";
  return rewards && ask(life, "place-rewards", { rewards, to, invoice: invoice.Key });
}

function pauseInvoice(life: Life): unknown {
  const isIn = ({ Status }: Row) => Status === "In review";
  const paused = someRow(life, "Invoices", (row) => isIn(row) && row.Paused === true);
  const invoice = paused ?? someRow(life, "Invoices", isIn);
  return invoice && ask(life, "pause-invoice", { invoice: invoice.Key, paused: !paused });
}

function finalize(life: Life): unknown {
  const invoice = someRow(life, "Invoices", ({ Status }) => Status === "In review");
  return invoice && ask(life, "finalize-invoice", { invoice: invoice.Key });
}

function payInvoice(life: Life): unknown {
  const invoice = someRow(life, "Invoices", ({ Status }) => Status === "Final");
  const paidOn = life.today;
  const neverSent = life.dice.chance(0.8);
  const given = { paidOn, neverSent, reference: "bank" };
  return invoice && askToLeave(life, "pay-invoice", { invoice: invoice.Key, ...given });
}

function payPayout(life: Life): unknown {
  const payout = someRow(life, "Payouts", ({ Status }) => Status === "open");
  const given = { invoice: payout?.Invoice, payouts: [payout?.Key] };
  return payout && askToLeave(life, "pay-invoice", given);
}

function judgeAgain(life: Life): unknown {
  const { dice } = life;
  const isJudged = (row: Row) => unpacked<MarkerCell>(row.Judged)?.key === row.Key;
  const event = someRow(life, dice.of(["Transactions", "Transactions", "Customers"]), isJudged);
  const drips = event ? rowsOf(life, "Drips").filter((row) => row.Transaction === event.Key) : [];
  if (!event) return;
  return ask(life, "judge-again", {
    events: [event.Key],
    confirmed: dice.chance(0.8),
    ...(drips.length > 0 && dice.chance(0.5) ? { endDrips: keysOf(drips) } : {}),
  });
}

/** Undoes the latest run, which pauses the program, and resumes it, or leaves it paused for some days. */
async function undo(life: Life): Promise<void> {
  const { dice, host } = life;
  const answer = { changedToo: dice.chance(0.5), confirmed: dice.chance(0.8) };
  // Rows that are taken away take what was noted beside them along.
  if (answer.confirmed) life.notes.clear();
  await ask(life, "undo-run", answer);
  if (dice.chance(0.7)) host.type("Settings", { Key: "paused" }, "Value", "no");
}

/** What is only looked at: nothing may change by it. */
function look(life: Life): unknown {
  const { dice, today } = life;
  const partner = someRow(life, "Partners", () => true);
  const name = dice.of(["home", "list-drips", "show-statement"] as const);
  const statement = { partner: partner?.Key ?? "", month: monthOf(today) };
  return ask(life, name, name === "show-statement" ? statement : {});
}

/** What people do in the sidebar. */
export const sidebarActs: Acts = [
  [4, manualReward],
  [8, review],
  [3, releaseHeld],
  [2, reopenDeclined],
  [4, moveLines],
  [2, pauseInvoice],
  [1, finalize],
  [4, payInvoice],
  [3, payPayout],
  [2, judgeAgain],
  [1, undo],
  [1, look],
];
