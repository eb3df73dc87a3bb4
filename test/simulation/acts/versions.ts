import { askToLeave } from "../leaving";
import { ask, count, type Life, type Row, rowsOf, someRow, type Version } from "../life";
import type { Acts } from "./act";
import { allow } from "./refusals";

/** Google keeps each version; so many of them are looked at here. */
const MOST = 4;

const bookOf = ({ host: { workbook } }: Life): Version["book"] =>
  structuredClone({
    sheets: workbook.sheets,
    namedRanges: workbook.namedRanges,
    metadata: workbook.metadata,
  });

/** The sheets as they are, with what people know of them. */
export const versionOf = (life: Life): Version => ({ book: bookOf(life), ...knownIn(life) });

/** Keeps a version. */
export function keepVersion(life: Life): void {
  const { versions } = life;
  versions.push(versionOf(life));
  if (versions.length > MOST) versions.splice(life.dice.below(MOST), 1);
}

type Known = Omit<Version, "book">;
const knownIn = ({ typed, notes, paid, wrong, renumbered, refused }: Known): Known => ({
  typed: new Map([...typed].map(([mark, cells]) => [mark, new Map(cells)])),
  notes: new Map(notes),
  paid: new Map(paid),
  wrong: new Map(wrong),
  renumbered: new Set(renumbered),
  refused: { call: "", columns: new Set(refused.columns) },
});

const left: readonly unknown[] = ["sent", "paid", "returned"];
/** A row that can't be read says nothing: what was typed into it beside that never counted. */
const hasLeft = (row: Row): boolean =>
  Number(row.Amount) > 0 && (left.includes(row.Status) || row.File !== "" || row["Paid on"] !== "");

/**
 * File → Version history → Restore this version, at whatever moment. What left the house since then is lost to the sheets, and
 * must not leave a second time unless somebody says so (REFUSAL-8).
 */
export function goBackTo(life: Life, version: Version): void {
  const { host, lost } = life;
  const gone = rowsOf(life, "Payouts").filter(hasLeft);
  const { book, ...then } = version;
  Object.assign(host.workbook, structuredClone(book), { calculated: "" });
  host.workbook.version++;
  const known = knownIn(then);
  refill(life.typed, known.typed);
  refill(life.notes, known.notes);
  refill(life.paid, known.paid);
  refill(life.wrong, known.wrong);
  life.renumbered.clear();
  for (const tab of known.renumbered) life.renumbered.add(tab);
  for (const column of known.refused.columns) life.refused.columns.add(column);
  for (const { Key } of gone) lost.add(String(Key));
  forget(life);
}

/** Goes back to an earlier version, after a run came to its end. */
async function restore(life: Life): Promise<void> {
  const { dice, versions, lost } = life;
  if (versions.length === 0) return;
  allow(life);
  await ask(life, "run", { kind: "by hand" });
  goBackTo(life, dice.of(versions));
  count(life, "a version restored");
  if (lost.size === 0) return;
  count(life, "… after something left the house");
  await leaveAgain(life);
}

/** Sends or pays what seems to be open again. */
async function leaveAgain(life: Life): Promise<void> {
  const payout = someRow(life, "Payouts", ({ Key }) => life.lost.has(String(Key)));
  if (payout?.Status !== "open") return;
  const { Invoice: invoice, Key } = payout;
  if (life.dice.chance(0.5))
    await askToLeave(life, "make-payment-file", { invoice, format: "CSV" });
  else await askToLeave(life, "pay-invoice", { invoice, payouts: [Key], neverSent: true });
}

function refill<K, V>(map: Map<K, V>, by: ReadonlyMap<K, V>): void {
  map.clear();
  for (const [key, value] of by) map.set(key, value);
}

/** What the sheets say themselves is not lost, by whatever way it came there. */
export function forget(life: Life): void {
  for (const row of rowsOf(life, "Payouts")) if (hasLeft(row)) life.lost.delete(String(row.Key));
}

/** Earlier versions, and the way back to one. */
export const versionActs: Acts = [
  [4, keepVersion],
  [4, restore],
];
