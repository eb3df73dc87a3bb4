import { type Event, isGone } from "./facts";
import { addEnd, endOf, partsToCome } from "./first-events";
import { finalizeDue, openMonths } from "./invoices";
import { GROUPS, judge, judgeTypedGroup, make } from "./judge";
import { liveRefund } from "./live-refund";
import { addDays } from "./numbers";
import { price } from "./prices";
import { before, compare, fullOn, isUndone, kept } from "./refunds";
import { hold, isOver, settle } from "./settle";
import { allRows, type Drip, type Model, type Row, rowOf, saleOf, type Trigger } from "./state";

const NEVER = "9999-12-31";

/** A run: each day in order from the first with something undone, then what is done once (TIME-1). */
export function run(m: Model, today: string): void {
  m.today = today;
  for (const row of m.rows.values()) {
    if (row.archived && row.archivedOn === null) row.archivedOn = today;
  }
  for (const reward of [...m.rewards.values()]) settle(m, reward, today);
  m.lateMark = m.livedUntil;
  // An archiving to come is only noted until its day, which is lived by what the row says then (DRIP-28a).
  for (const drip of m.drips.values()) drip.ends = drip.ends.filter(({ isNoted }) => !isNoted);
  for (let day = firstUndone(m, today); day <= today; day = addDays(day, 1)) live(m, day);
  // An ending to come takes the later parts away at once (DRIP-28); decisions count it from its day on.
  for (const drip of m.drips.values()) endByArchive(m, drip, NEVER);
  if (today > m.livedUntil) m.livedUntil = today;
  for (const reward of [...m.rewards.values()]) settle(m, reward, today);
  finalizeDue(m, today);
  openMonths(m, today);
}

function firstUndone(m: Model, today: string): string {
  const rows = allRows(m);
  const days = [
    addDays(m.livedUntil, 1),
    today,
    ...rows.filter((row) => isUndone(m, row)).map(({ date }) => date),
    ...rows.flatMap((row) => (row.archived && !row.closed ? (row.archivedOn ?? []) : [])),
    ...[...m.drips.values()].flatMap((drip) => partsToCome(drip).map(({ due }) => due)),
  ];
  return days.sort()[0] ?? today;
}

/** The row that says when another has its turn: a refund dated before its sale comes after it (TIME-1c, TIME-1d). */
function turnOf(m: Model, row: Row): Row {
  const sale = saleOf(m, row.refundOf);
  return sale && sale.refundOf === undefined && before(row, sale) ? sale : row;
}

/** One day: its events and refunds, endings that take effect, parts that are due. */
function live(m: Model, day: string): void {
  m.day = day;
  const rows = allRows(m);
  const turn = (row: Row) => turnOf(m, row);
  const ofDay = rows.filter((row) => turn(row).date === day);
  const inOrder = (a: Row, b: Row) =>
    compare(turn(a), turn(b)) || Number(turn(a) !== a) - Number(turn(b) !== b) || compare(a, b);
  for (const row of ofDay.sort(inOrder)) liveRow(m, row);
  for (const row of rows) {
    const isMoved = row.tab === "partners" && row.lived && row.group !== row.groupJudged;
    if (isMoved && day === m.today) judgeTypedGroup(m, row, day);
  }
  for (const drip of m.drips.values()) endByArchive(m, drip, day);
  for (const row of rows) {
    if (row.archived && row.archivedOn !== null && row.archivedOn <= day) row.closed = true;
  }
  const drips = [...m.drips.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const drip of drips) releaseUntil(m, drip, day);
}

function releaseUntil(m: Model, drip: Drip, day: string): void {
  for (const { k, due } of partsToCome(drip)) if (due <= day) release(m, drip, k, due);
}

/** A person ends a drip, not before its start: what fell due by then is made first (DRIP-23). An earlier end stays. */
export function endByHand(m: Model, drip: Drip, on: string): void {
  const end = endOf(drip);
  const isEarlier = on >= drip.date && (end === undefined || on < end);
  if (!isEarlier || partsToCome(drip).length === 0) return;
  drip.ends.push({ on, cause: "by hand" });
  endByArchive(m, drip, m.today);
  releaseUntil(m, drip, m.today);
}

/** The row that this one rests on: undefined where it rests on none, null where that is unknown and it waits (JUDGE-8). */
function restsOn(m: Model, row: Row): Row | null | undefined {
  const { tab, partner, customer, refundOf } = row;
  if (refundOf !== undefined) return saleOf(m, refundOf) ?? null;
  if (tab === "partners") return undefined;
  const owner = (of: Row) => (of.partner ? (rowOf(m, "partners", of.partner) ?? null) : undefined);
  if (tab === "customers" || !customer) return owner(row);
  const buyer = rowOf(m, "customers", customer);
  const isOwnerUnknown = buyer && !partner && owner(buyer) === null;
  return isOwnerUnknown ? null : (buyer ?? null);
}

/** Lives a row, and right after it what rests on it and would have come before (TIME-1). */
function liveRow(m: Model, row: Row, at: Row = row): void {
  if (!isUndone(m, row)) return;
  // A refund whose sale waits is itself to wait, and counts as before until then (TIME-3d).
  if (row.refundOf !== undefined) {
    const sale = saleOf(m, row.refundOf);
    if (sale && sale.refundOf === undefined && sale.lived === null) return;
    liveRefund(m, row);
    return;
  }
  const base = restsOn(m, row);
  if (base === null || base?.lived === null) return;
  liveEvent(m, row);
  const place = before(at, row) ? row : at;
  const late = allRows(m).filter(
    (each) => isUndone(m, each) && restsOn(m, each) === row && before(each, place),
  );
  for (const each of late.sort(compare)) liveRow(m, each, place);
}

function liveEvent(m: Model, row: Row): void {
  const customer =
    row.tab === "customers"
      ? row
      : row.tab === "partners"
        ? undefined
        : rowOf(m, "customers", row.customer);
  // An action of a partner's own counts for that one, else for the customer's.
  const owner = row.tab === "actions" ? (row.partner ?? customer?.partner) : customer?.partner;
  const partner = row.tab === "partners" ? row : rowOf(m, "partners", owner);
  if (row.tab === "partners") row.groupJudged = row.group;
  row.lived = { partner: partner?.key ?? null, number: 0 };
  row.lived = { partner: partner?.key ?? null, number: numberOf(m, row) };
  if (row.tab === "transactions") row.judgedAmount = row.amount;
  const isBarred =
    row.date < m.settings.start ||
    (row.archived && (row.tab === "transactions" || row.tab === "actions")) ||
    isGone(partner, row.date) ||
    isGone(customer, row.date);
  if (!partner || isBarred) return;
  const event: Event = {
    kind: kinds[row.tab],
    id: row.key,
    date: row.date,
    row,
    customer,
    partner,
  };
  judge(m, event);
}

const kinds: Readonly<Record<Row["tab"], string>> = {
  partners: GROUPS,
  customers: "customer created",
  transactions: "transaction created",
  actions: "action recorded",
};

/** A sale takes the next number of its customer's; numbers that were given stay (JUDGE-5). */
function numberOf(m: Model, row: Row): number {
  if (row.tab !== "transactions") return 0;
  const numbers = allRows(m, "transactions")
    .filter((each) => each.lived && each.customer === row.customer)
    .map(({ lived }) => lived?.number ?? 0);
  return row.archived ? 0 : 1 + Math.max(0, ...numbers);
}

function endByArchive(m: Model, drip: Drip, day: string): void {
  const causes = [
    rowOf(m, "partners", drip.partner),
    rowOf(m, "customers", drip.customer),
    saleOf(m, drip.sale),
  ];
  for (const row of causes) {
    if (!row?.archived || row.archivedOn === null || row.archivedOn > day) continue;
    const cause = `archived ${row.tab} ${row.key}`;
    if (!drip.ends.some((end) => end.cause === cause))
      addEnd(drip, { on: row.archivedOn, cause, isNoted: row.archivedOn > m.today });
  }
}

/** Makes a part: at what was kept before the day on which all was refunded, then settled (TIME-5a, TIME-5b). */
function release(m: Model, drip: Drip, k: number, due: string): void {
  const sale = saleOf(m, drip.sale);
  const isFull = sale !== undefined && sale.judgedAmount !== 0 && kept(m, sale) === 0;
  const left = sale ? kept(m, sale, isFull ? fullOn(m, sale) : undefined) : 0;
  const { event, partner, customer, currency } = drip;
  const trigger = m.triggers.get(drip.trigger) as Trigger;
  const key = `${drip.key}#${k}`;
  const made = make(m, trigger, drip.terms, left, {
    ...{ key, event, partner, customer, currency, k },
    trigger: drip.trigger,
    sale: drip.sale,
    source: "drip",
    earned: due,
  });
  drip.made.set(k, key);
  if (drip.late) hold(made, "late event");
  if (drip.revived && isOver(m, made, due)) hold(made, "over its limit");
  const isOnlyByRefunds = sale !== undefined && price(m, made, sale.judgedAmount) !== 0;
  if (made.amount !== 0 || isOnlyByRefunds) {
    settle(m, made, due);
    return;
  }
  m.rewards.delete(key);
  drip.made.set(k, null);
}
