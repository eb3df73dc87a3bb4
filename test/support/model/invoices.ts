import { addDays, addMonths, lastDay, monthOf } from "./numbers";
import { type Invoice, type Model, type Reward, rowOf } from "./state";

const byKey = (a: { readonly key: string }, b: { readonly key: string }) =>
  a.key < b.key ? -1 : 1;
const SILENCE = "silence";
/** Who approved what was pending when an invoice became final by itself. */
const silenceOf = ({ key }: Invoice): string => `${SILENCE} on ${key}`;
const inReview = (m: Model, key: string | null): boolean =>
  key !== null && m.invoices.get(key)?.final === false;

/** Makes final what is past its review and not paused, oldest first. */
export function finalizeDue(m: Model, today: string): void {
  const due = [...m.invoices.values()]
    .filter(({ final, paused, until }) => !final && !paused && until < today)
    .sort(byKey);
  for (const invoice of due) finalize(m, invoice, SILENCE);
}

/** The next invoice of the currency that is in review. */
const nextOf = (m: Model, { key, currency }: Invoice): string | null =>
  [...m.invoices.values()]
    .filter((each) => each.key > key && !each.final && each.currency === currency)
    .sort(byKey)[0]?.key ?? null;

/** Locks the lines, and makes one payout a partner or carries the partner's lines on (INVOICE-13 to INVOICE-18). */
export function finalize(m: Model, invoice: Invoice, by: string): void {
  invoice.final = true;
  invoice.paused = false;
  const next = nextOf(m, invoice);
  const lines = [...m.rewards.values()].filter((each) => each.invoice === invoice.key);
  for (const line of lines) {
    if (line.status !== "pending") continue;
    if (!m.settings.silence) line.invoice = next;
    else if (by === SILENCE) Object.assign(line, { status: "approved", by: silenceOf(invoice) });
    else Object.assign(line, { status: "approved", by, approved: line.amount });
  }
  const left = lines.filter((line) => line.invoice === invoice.key && line.status === "approved");
  for (const partner of [...new Set(left.map((line) => line.partner))].sort()) {
    payOrCarry(
      m,
      invoice,
      partner,
      left.filter((line) => line.partner === partner),
      next,
    );
  }
}

function payOrCarry(
  m: Model,
  { key: invoice, currency }: Invoice,
  partner: string,
  lines: readonly Reward[],
  next: string | null,
): void {
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  const owner = rowOf(m, "partners", partner);
  const isArchived = owner?.archived === true && (owner.archivedOn ?? m.today) <= m.today;
  const least = isArchived ? 0 : (m.settings.minimum[currency] ?? 0);
  if (amount < 0 || (amount > 0 && amount < least)) {
    for (const line of lines) {
      line.carried.push(invoice);
      line.invoice = next;
    }
    return;
  }
  if (amount === 0) for (const line of lines) line.status = "paid";
  const state = amount === 0 ? ("paid" as const) : ("open" as const);
  m.payouts.push({ invoice, partner, currency, amount, state, lines: lines.map(({ key }) => key) });
}

export const reviewEnd = (m: Model, month: string, today: string): string => {
  const planned = addDays(lastDay(month), m.settings.review);
  const least = addDays(today, 6);
  return planned > least ? planned : least;
};

/** Opens each month that is over: what was earned by its end, is pending or approved, and on no invoice (INVOICE-1, INVOICE-3). */
export function openMonths(m: Model, today: string): void {
  while (monthOf(addMonths(`${m.lastOpened}-01`, 1)) < monthOf(today)) {
    m.lastOpened = monthOf(addMonths(`${m.lastOpened}-01`, 1));
    const end = lastDay(m.lastOpened);
    for (const reward of m.rewards.values()) {
      const isReady = reward.status === "pending" || reward.status === "approved";
      if (!isReady || reward.invoice !== null || reward.earned > end) continue;
      const key = `${m.lastOpened} ${reward.currency}`;
      if (!m.invoices.has(key)) {
        const until = reviewEnd(m, m.lastOpened, today);
        const { currency } = reward;
        m.invoices.set(key, { key, currency, opened: today, until, final: false, paused: false });
      }
      if (inReview(m, key)) reward.invoice = key;
    }
  }
}

/**
 * Takes a final invoice back into review before any payment, with what it carried and is on no final one (TARGET-2f); not
 * while a line that it was the first to carry is on one.
 */
export function reopen(m: Model, invoice: Invoice): void {
  const payouts = m.payouts.filter((each) => each.invoice === invoice.key);
  if (!invoice.final || payouts.some(({ state, amount }) => state !== "open" && amount !== 0))
    return;
  const isStuck = ({ carried, invoice: on }: Reward) =>
    carried[0] === invoice.key && on !== null && m.invoices.get(on)?.final;
  if ([...m.rewards.values()].some(isStuck)) return;
  // Of a carried line that waits on no invoice nobody knows whether this one carried it, too, or a person took it off.
  const mayBeCarried = ({ carried: [first], currency, invoice: on }: Reward) =>
    first !== undefined && currency === invoice.currency && on === null && first < invoice.key;
  const isBack = (line: Reward) =>
    (line.carried.includes(invoice.key) || mayBeCarried(line)) &&
    !(line.invoice !== null && m.invoices.get(line.invoice)?.final);
  const lines = [...m.rewards.values()].filter(
    (each) => each.invoice === invoice.key || isBack(each),
  );
  Object.assign(invoice, { final: false, paused: true });
  m.payouts = m.payouts.filter((each) => each.invoice !== invoice.key);
  for (const line of lines) {
    const at = line.carried.indexOf(invoice.key);
    if (at >= 0) line.carried = line.carried.slice(0, at);
    line.invoice = invoice.key;
    if (line.by === silenceOf(invoice)) Object.assign(line, { status: "pending", by: "reopened" });
    else if (line.status === "paid") line.status = "approved";
  }
}

export function pay(m: Model, invoice: string, partner: string | undefined): void {
  for (const payout of m.payouts) {
    if (payout.invoice !== invoice || payout.state !== "open") continue;
    if (partner !== undefined && payout.partner !== partner) continue;
    payout.state = "paid";
    for (const key of payout.lines) Object.assign(m.rewards.get(key) as Reward, { status: "paid" });
  }
}

/** A payment comes back: its lines are owed again by a new payout on the same invoice (PAYOUT-3). */
export function comesBack(m: Model, invoice: string, partner: string | undefined): void {
  for (const payout of [...m.payouts]) {
    if (payout.invoice !== invoice || payout.state !== "paid" || payout.amount === 0) continue;
    if (partner !== undefined && payout.partner !== partner) continue;
    payout.state = "returned";
    m.payouts.push({ ...payout, state: "open" });
    for (const key of payout.lines) {
      Object.assign(m.rewards.get(key) as Reward, { status: "approved", by: "person" });
    }
  }
}

/** Whether a line stands on an invoice that is final. */
const isLocked = (m: Model, { invoice, status }: Reward): boolean =>
  status === "paid" || (invoice !== null && m.invoices.get(invoice)?.final === true);

/** Puts a line that may still move on an invoice in review, but on none before one that carried it or its own month (INVOICE-8a). */
export function put(m: Model, reward: Reward, key: string): void {
  const invoice = m.invoices.get(key);
  const isReady = reward.status === "pending" || reward.status === "approved";
  if (!invoice || invoice.final || invoice.currency !== reward.currency) return;
  if (!isReady || isLocked(m, reward) || reward.carried.some((each) => key <= each)) return;
  if (reward.source !== "manual" && reward.earned.slice(0, 7) > key.slice(0, 7)) return;
  reward.invoice = key;
}

export function takeOff(m: Model, reward: Reward): void {
  if (!isLocked(m, reward)) reward.invoice = null;
}

/** Moves a line to the next invoice in review, or to the one that opens next. */
export function postpone(m: Model, reward: Reward): void {
  const on = m.invoices.get(reward.invoice ?? "");
  if (on && !on.final) reward.invoice = nextOf(m, on);
}
