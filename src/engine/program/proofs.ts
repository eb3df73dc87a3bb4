import { type Cell, cellText } from "../kernel/cells";
import {
  dayOfRun,
  isOfEvent,
  type Key,
  readInvoiceKey,
  readPayoutKey,
  readRewardKey,
  sealOfKey,
  triggerNamed,
} from "../kernel/keys";
import { type Currency, parseCurrency } from "../kernel/money";
import { type Drip, type Partner, type Reward, type Transaction, tables } from "../tables";
import { factsJudged, LONGEST_JUDGED } from "../tables/packed/judged-as";
import { isBlank } from "../tables/parse-row";
import { type Column, columnsThat, type RawRow, type Table } from "../tables/table";
import { madeBy, sourceOf } from "./made-by";

/** What is known of a row that the program made, besides what its cells say. */
export interface Proof {
  /** The key that it was made with; null where no key like the row's own can be of this table. */
  readonly madeAs?: Key | null;
  /** Cells as they were made, by column: what is typed over them counts for nothing (EDIT-8). */
  readonly fixed: Readonly<Record<string, Cell>>;
  /** Cells as the row was judged, by column: what is typed over them is listed, and counts once a person says so (EDIT-12). */
  readonly judged?: Readonly<Record<string, Cell>>;
  /** Values accepted last, by column: they count while a cell can't be read (EDIT-1). Asked for only then. */
  readonly accepted?: () => Readonly<Record<string, unknown>>;
}
type Prove = (record: Readonly<Record<string, unknown>>, key: Key, raw: RawRow) => Proof;
const nothing: Proof = { fixed: {} };

/** A reward that an event made, or a part of a drip, corrects no other, and is no part but by its key. */
const noPart = (key: Key): Readonly<Record<string, Cell>> =>
  isOfEvent(key) ? { drip: "", occurrence: "", adjusts: "" } : {};

/** The day on which a reward was earned, as why it exists says; of a line the day of the run that made it. */
function earnedOf({ why, run }: Reward): Readonly<Record<string, unknown>> {
  const said =
    why?.by === "drip" ? why.due : why?.by === "trigger" || why?.by === "person" ? why.on : null;
  const earnedOn = said ?? dayOfRun(run);
  return earnedOn === undefined ? {} : { earnedOn };
}

/** What limits and sums need of a reward, taken from its key and *Why* (CELL-2d). */
const asMade = (key: Key, reward: Reward): Readonly<Record<string, unknown>> => ({
  key,
  source: sourceOf(key, reward.why),
  trigger: triggerNamed(key) ?? null,
  ...earnedOf(reward),
  // Their causes say them, once all tables are read.
  customer: null,
  transaction: null,
});

/** What no limit and no sum asks of a reward, so that it counts without (CELL-2d). */
const unneeded = { estimatedPayment: null, triggerVersion: null, paidOn: null, decidedOn: null };

/**
 * What its key says of a drip's part, an adjusting line, and a sale's own reward; the status, amount, partner and
 * currency accepted last; of a line of a final invoice the invoice of its payout, which counts as its first one, too, while
 * that can't be read.
 */
const ofReward: Prove = (record, key, { cells }) => {
  const { acceptedFor, decisions, why, ...row } = record as unknown as Reward;
  // Another row's, pasted or sorted alone, counts for nothing.
  const isOwn = [sealOfKey(acceptedFor?.key ?? key), undefined, null].includes(row.accepted?.of);
  const accepted = isOwn ? row.accepted : null;
  const text = (id: string) => cellText(cells[id] ?? "").trim();
  const paidBy = readPayoutKey(text("payout"));
  // No reward is paid by a payout of another currency.
  const currency = readInvoiceKey(paidBy?.invoice ?? "")?.currency;
  const isPaidElsewhere =
    acceptedFor && currency !== undefined && currency !== acceptedFor.currency;
  // Of a row that an earlier release changed last, only its cells say where it was.
  const first = accepted && accepted.invoice !== null ? (accepted.firstInvoice ?? "") : undefined;
  const isFirst = (first ?? text("firstInvoice")) !== "";
  const payout = isFirst && !isPaidElsewhere ? paidBy : undefined;
  const invoice = payout?.invoice ?? (first ? accepted?.invoice : undefined);
  const typed = decisions?.typed;
  // Once a typed or final amount was refunded, no other cell says what was calculated.
  const isOnlyInItsCell = text("refunds") !== "" && (typed || text("firstInvoice") !== "");
  return {
    ...(acceptedFor && { madeAs: acceptedFor.key }),
    fixed: {
      ...(acceptedFor && {
        currency: acceptedFor.currency,
        ...noPart(acceptedFor.key),
        ...readRewardKey(acceptedFor.key),
      }),
      ...(acceptedFor && madeBy(acceptedFor.key, why, text)),
      ...(!isOwn && { accepted: "" }),
      ...(acceptedFor?.earnedOn && { earnedOn: { day: acceptedFor.earnedOn, time: "" } }),
      ...(isPaidElsewhere && { payout: "" }),
      ...(first !== undefined && { firstInvoice: first }),
      ...(invoice != null && { invoice }),
    },
    accepted: () => ({
      ...unneeded,
      ...(accepted && { status: accepted.status, amount: accepted.amount }),
      ...(first !== undefined && { invoice: accepted?.invoice || null }),
      firstInvoice: payout?.invoice ?? (text("invoice") || null),
      // Null means the same as the amount.
      ...(!isOnlyInItsCell && { calculated: typed?.calculated ?? null }),
      ...(acceptedFor && {
        partner: acceptedFor.partner,
        ...asMade(acceptedFor.key, record as unknown as Reward),
      }),
    }),
  };
};

const frozenColumns = columnsThat(tables.drips, "frozen");

/** A blank cell is none that is kept; one that can't be blank was not kept by an earlier release. */
const ofDrip: Prove = (record) => {
  const { frozen } = record as unknown as Drip;
  if (!frozen) return nothing;
  const columns: Readonly<Record<string, { readonly required: boolean }>> = tables.drips.columns;
  const kept = frozenColumns.filter((id) => id in frozen.cells || !columns[id]?.required);
  return {
    madeAs: frozen.key,
    fixed: Object.fromEntries(kept.map((id) => [id, frozen.cells[id] ?? ""])),
  };
};

/** The key says the month and the currency. */
const ofInvoice: Prove = (_, key) => {
  const said = readInvoiceKey(key);
  return said ? { fixed: { ...said } } : { madeAs: null, fixed: {} };
};

/** The key says the invoice, which says the currency, and the partner. */
const ofPayout: Prove = (_, key) => {
  const said = readPayoutKey(key);
  const currency = readInvoiceKey(said?.invoice ?? "")?.currency;
  return said && currency ? { fixed: { ...said, currency } } : nothing;
};

/**
 * What the row of a sale or an action said when it was judged, with the marks that no judging reads: so it counts while a
 * cell can't be read, and no count or sum that rules ask for is less for one run (CELL-2b). A text that was cut is not known.
 */
function asJudged(
  table: Table,
  key: Key,
  { judgedAs, archivedOn }: Pick<Transaction, "judgedAs" | "archivedOn">,
): Readonly<Record<string, unknown>> {
  const row = judgedAs?.row;
  const currency = parseCurrency(row?.Currency ?? "");
  const said = columnsThat(table, "judged").flatMap((id) => {
    const { header, field, fallback, required } = table.columns[id] as Column<unknown>;
    const text = row?.[header];
    if (text === undefined || text.length > LONGEST_JUDGED) return [];
    if (text === "") return required ? [] : [[id, fallback]];
    // Without its currency nobody knows what an amount says.
    if (field.kind === "amount" && !currency) return [];
    const read = field.parse(text, { decimalMark: ".", currency: currency as Currency });
    return read.ok ? [[id, read.value]] : [];
  });
  // The day beside it says whether the row was archived since.
  const status = archivedOn ? "archived" : "active";
  return { key, status, archivedOn: null, ...Object.fromEntries(said) };
}

/**
 * What counts on of a judged row: its currency, and that it is a sale, or a refund of that sale (EDIT-12a, EDIT-12b). One
 * that was withdrawn may name another sale, but is no sale by an emptied cell.
 */
function standing({ judgedAs }: Transaction, { cells }: RawRow): Readonly<Record<string, Cell>> {
  const facts = factsJudged(judgedAs);
  const currency = parseCurrency(facts?.Currency ?? "");
  const { counted = null, amount = null } = judgedAs ?? {};
  const refundOf = facts?.["Refund of"];
  const isRefund = counted !== null || (amount === null && isBlank(cells.refundOf));
  const stands = refundOf === undefined ? false : refundOf === "" || isRefund;
  return { ...(currency && { currency }), ...(stands && { refundOf: refundOf as string }) };
}

/**
 * Proves whose sale it was, and what it or an action said. A refund that took effect counts as it did while its row can't be
 * read, so that no part made meanwhile, and no other refund of the sale, goes by less (TARGET-4d).
 */
const ofEvent =
  (table: Table): Prove =>
  (record, key, raw) => {
    const row = record as unknown as Transaction;
    const { judged, judgedAs } = row;
    if (judged?.key !== key || !judgedAs) return nothing;
    const { counted, partner } = judgedAs;
    if (!counted) {
      return {
        fixed: partner === null ? {} : { partner },
        judged: standing(row, raw),
        accepted: () => asJudged(table, key, row),
      };
    }
    const { sale: refundOf, amount, currency } = counted;
    const date = { day: counted.on ?? judged.day, time: "" };
    const known = { refundOf, amount, date, customer: "", status: "active", archivedOn: null };
    return {
      fixed: {},
      judged: standing(row, raw),
      accepted: () => (currency === null ? known : { ...known, currency }),
    };
  };

/** A group that shows an error value is no change of group (CELL-2). */
const ofPartner: Prove = (record) => {
  const { judged, groupJudged } = record as unknown as Partner;
  return judged === null ? nothing : { fixed: {}, accepted: () => ({ group: groupJudged }) };
};

const proofs: Readonly<Record<string, Prove>> = {
  partners: ofPartner,
  actions: ofEvent(tables.actions),
  rewards: ofReward,
  drips: ofDrip,
  invoices: ofInvoice,
  payouts: ofPayout,
  transactions: ofEvent(tables.transactions),
};

/** What proves a row, as far as anything does. */
export const proofOf = (table: string, ...row: Parameters<Prove>): Proof =>
  proofs[table]?.(...row) ?? nothing;
