import type { ActJson, ActOf, CellsJson, Do, Tab, TriggerJson } from "../examples/format";
import { approve, backToPending, decline, holdByPerson, keyOf, takeUp } from "./decide";
import { comesBack, finalize, pay, postpone, put, reopen, reviewEnd, takeOff } from "./invoices";
import { minor } from "./numbers";
import { endByHand, run } from "./run";
import { addReward } from "./settle";
import { type Model, type Reward, type Row, rowOf, type Trigger } from "./state";

type Acts = { readonly [D in Do]: (m: Model, given: ActOf<D>) => void };

/** A trigger with its amounts in minor units. */
export function readTrigger(m: Model, given: TriggerJson): Trigger {
  const { limits, action, ...rest } = given;
  const program = m.settings.currency;
  const capCurrency = given.limit_currency ?? program;
  const cap = (text: string | undefined) => (text === undefined ? null : minor(text, capCurrency));
  return {
    ...rest,
    capCurrency,
    caps:
      limits && Object.keys(limits).length > 0
        ? { reward: cap(limits.reward), customer: cap(limits.customer), month: cap(limits.month) }
        : null,
    action:
      action.amount === undefined
        ? action
        : { ...action, amount: String(minor(action.amount, action.currency ?? program)) },
  };
}

function typeCells(m: Model, row: Row, cells: CellsJson): void {
  const { date, time, partner, customer, group, amount, currency, refund_of: refundOf } = cells;
  if (date !== undefined) Object.assign(row, { date, time: time ?? "" });
  if (partner !== undefined) row.partner = partner;
  if (customer !== undefined) row.customer = customer;
  if (group !== undefined) row.group = group;
  if (currency !== undefined) row.currency = currency;
  if (amount !== undefined) row.amount = minor(amount, row.currency || m.settings.currency);
  if (refundOf !== undefined) row.refundOf = refundOf;
  if (cells.kind !== undefined) row.kind = cells.kind;
  if (cells.count !== undefined) row.count = cells.count;
}

function addRow(m: Model, tab: Tab, key: string, cells: CellsJson): void {
  const blank = { group: "", groupJudged: "", kind: "demo", count: 1 };
  const fresh = { archived: false, archivedOn: null, closed: false, lived: null, counted: null };
  // A refund's blank currency means its sale's (REFUND-1a).
  const currency = cells.refund_of === undefined ? m.settings.currency : "";
  const money = { amount: 0, judgedAmount: 0, currency };
  const row: Row = { tab, key, date: m.today, time: "", ...blank, ...fresh, ...money };
  typeCells(m, row, cells);
  m.rows.set(`${tab} ${key}`, row);
}

const onReward =
  <G extends { readonly reward: string }>(doIt: (m: Model, reward: Reward, given: G) => void) =>
  (m: Model, given: G) => {
    const reward = m.rewards.get(given.reward);
    if (reward) doIt(m, reward, given);
  };

const acts: Acts = {
  run: (m, { day }) => run(m, day),
  "judge as blank": () => {
    throw new Error("The reference knows no error values");
  },
  trigger: (m, given) => m.triggers.set(given.key, readTrigger(m, given)),
  row: (m, { tab, key, ...cells }) => addRow(m, tab, key, cells),
  correct: (m, { tab, key, ...cells }) => {
    const row = rowOf(m, tab, key);
    if (row) typeCells(m, row, cells);
  },
  archive: (m, { tab, key, on }) => {
    const row = rowOf(m, tab, key);
    if (row) Object.assign(row, { archived: true, archivedOn: on ?? null, closed: false });
  },
  unarchive: (m, { tab, key }) => {
    const row = rowOf(m, tab, key);
    if (row) Object.assign(row, { archived: false, archivedOn: null });
  },
  manual: (m, { key, partner, amount, currency, date, customer, day, invoice_month: month }) => {
    if (!rowOf(m, "partners", partner)) return;
    const code = currency ?? m.settings.currency;
    const made = minor(amount, code);
    const reward = addReward(m, {
      ...{ key, partner, made, amount: made, currency: code, customer: customer ?? null },
      source: "manual",
      earned: date ?? day,
    });
    if (month !== undefined) putOnMonth(m, reward, month);
  },
  type: (m, { reward, amount }) => {
    const row = m.rewards.get(reward);
    if (row) m.typing.set(row.key, minor(amount, row.currency));
  },
  hold: onReward((m, reward, { reason = "no" }) => holdByPerson(m, reward, reason)),
  decline: onReward((m, reward, { reason = "no" }) => decline(m, reward, reason)),
  approve: onReward(approve),
  pending: onReward(backToPending),
  remove: onReward(takeOff),
  postpone: onReward(postpone),
  put: onReward((m, reward, { invoice }) => put(m, reward, invoice)),
  "end drip": (m, { drip, on, day }) => {
    const found = m.drips.get(drip);
    if (found) endByHand(m, found, on ?? day);
  },
  finalize: (m, { invoice }) => {
    const found = m.invoices.get(invoice);
    if (found && !found.final) finalize(m, found, "person");
  },
  pause: (m, { invoice }) => setPaused(m, invoice, true),
  resume: (m, { invoice }) => setPaused(m, invoice, false),
  reopen: (m, { invoice }) => {
    const found = m.invoices.get(invoice);
    if (found) reopen(m, found);
  },
  pay: (m, { invoice, partner }) => pay(m, invoice, partner),
  return: (m, { invoice, partner }) => comesBack(m, invoice, partner),
};

/** A month in review that has no invoice in the reward's currency gets one (REWARD-15). */
function putOnMonth(m: Model, reward: Reward, month: string): void {
  const key = `${month} ${reward.currency}`;
  if (!m.invoices.has(key)) {
    const until = reviewEnd(m, month, m.today);
    const { currency } = reward;
    m.invoices.set(key, { key, currency, opened: m.today, until, final: false, paused: false });
  }
  put(m, reward, key);
}

function setPaused(m: Model, key: string, paused: boolean): void {
  const invoice = m.invoices.get(key);
  if (invoice && !invoice.final) invoice.paused = paused;
}

/** What is typed into cells, and what changes no reward (EDIT-11): it takes up nothing that was typed. */
const leaving: readonly Do[] = [
  ...(["row", "correct", "archive", "unarchive", "trigger", "type"] as const),
  ...(["pause", "resume"] as const),
];

/**
 * Lets a person do one thing. What the program would refuse changes nothing, and an act that changes nothing leaves what
 * was typed for the next one.
 */
export function doAct(m: Model, named: ActJson): void {
  m.today = named.day;
  // A person chooses among the rewards and lines that are there, before what was typed is taken up.
  const given = "reward" in named ? { ...named, reward: keyOf(m, named.reward) } : named;
  const act = () => acts[given.do](m, given as never);
  if (m.typing.size === 0 || leaving.includes(given.do) || given.do === "run") {
    if (given.do === "run") takeUp(m);
    act();
    return;
  }
  const before = copyOf(m);
  takeUp(m);
  const taken = textOf(m);
  act();
  if (textOf(m) === taken) Object.assign(m, before);
}

const textOf = (m: Model): string =>
  JSON.stringify(m, (_, value) => (value instanceof Map ? [...value] : value));

/** A copy of a model, or of anything in it, that shares nothing with it. */
export function copyOf<T>(value: T): T {
  if (value instanceof Map) {
    return new Map([...value].map(([key, each]) => [key, copyOf(each)])) as T;
  }
  if (Array.isArray(value)) return value.map((each) => copyOf(each)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)])) as T;
}
