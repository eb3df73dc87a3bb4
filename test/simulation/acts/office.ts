import { monthOf, plusMonths } from "../calendar";
import { askToLeave } from "../leaving";
import { ask, count, type Life, rowsOf, someRow } from "../life";
import type { Acts } from "./act";

/** Puts open payouts in a file, asks for that file once more, or only looks what would be in it. */
function paymentFile(life: Life): unknown {
  const { dice } = life;
  const invoice = someRow(life, "Invoices", ({ Status }) => Status === "Final");
  if (!invoice) return;
  const sent = rowsOf(life, "Payouts").find(
    ({ Invoice, File }) => Invoice === invoice.Key && File !== "",
  );
  return askToLeave(life, "make-payment-file", {
    invoice: invoice.Key,
    format: dice.of(["CSV", "CSV", "PayPal", "Wise"]),
    again: sent && dice.chance(0.3) ? sent.File : "",
    preview: dice.chance(0.2),
  });
}

/** Mails last month's statements; where mailing is turned off, a person may turn it on and go on. */
async function sendStatements(life: Life): Promise<void> {
  let reply = await mailOnce(life, false);
  if (reply === "MAIL_OFF" && life.dice.chance(0.5)) {
    await ask(life, "change-settings", { mailPartners: "yes" });
    reply = await mailOnce(life, false);
  }
  if (reply === "ALREADY_LEFT" && life.dice.chance(0.3)) await mailOnce(life, true);
}

/** Whatever is killed or refused meanwhile, nobody gets a statement twice unless a person confirms that (MAIL-2, REFUSAL-8b). */
async function mailOnce(life: Life, repeat: boolean): Promise<string> {
  const { host, outrages } = life;
  const month = plusMonths(monthOf(life.today), -1);
  const before = host.outbox().length;
  const idOf = ({ to, subject, body }: ReturnType<typeof host.outbox>[number]) =>
    [to, subject, body.split("\n")[0]].join(" ");
  try {
    const reply = await ask(life, "send-statements", { month, confirmed: true, repeat });
    return reply.ok ? "done" : reply.error.code;
  } finally {
    const known = new Set(host.outbox().slice(0, before).map(idOf));
    const sent = host.outbox().slice(before).map(idOf);
    if (sent.length > 0) count(life, "calls that mailed statements");
    if (!repeat)
      for (const id of sent) if (known.has(id)) outrages.push(`mailed again unasked: ${id}`);
  }
}

function changeSettings(life: Life): unknown {
  const { dice } = life;
  const values = dice.of([
    { mailPartners: dice.of(["yes", "no"]) },
    { minimumPayout: dice.of(["USD 20", "EUR 15, JPY 1000"]) },
    { silenceApproves: dice.of(["yes", "no"]) },
    { reviewEndsOnDay: 3 + dice.below(8) },
  ]);
  return ask(life, "change-settings", values);
}

function triggerState(life: Life): unknown {
  const trigger = someRow(life, "Triggers", () => true);
  const state = life.dice.of(["active", "active", "paused", "draft"]);
  return trigger && ask(life, "set-trigger-state", { trigger: trigger.Key, state });
}

/** Declines some rewards, and takes that back at once. */
async function takeBack(life: Life): Promise<void> {
  const reward = someRow(life, "Rewards", ({ Status }) => Status === "pending");
  if (!reward) return;
  const form = { rewards: [reward.Key], status: "declined", reason: "by mistake" };
  const reply = await ask(life, "set-reward-status", form);
  if (!reply.ok) return;
  const { takeBack: moves } = reply.output as { readonly takeBack: string };
  await ask(life, "take-back-status", { moves });
}

/** Has rows that changed since they were judged taken as they are. */
function acceptChanged(life: Life): unknown {
  const row = someRow(life, life.dice.of(["Transactions", "Customers"]), () => true);
  return row && ask(life, "accept-changed", { rows: [row.Key] });
}

const views = [
  "list-changed",
  "list-rewards",
  "list-invoices",
  "list-activity",
  "show-settings",
  "check-health",
] as const;

/** What else is done in the office: files, mails, settings, and a look at lists. */
export const officeActs: Acts = [
  [3, paymentFile],
  [2, sendStatements],
  [1, changeSettings],
  [1, triggerState],
  [2, takeBack],
  [1, acceptChanged],
  [1, (life) => ask(life, life.dice.of(views), {})],
];
