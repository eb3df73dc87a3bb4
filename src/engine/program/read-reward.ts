import { cellText, type FieldContext } from "../kernel/fields";
import { type Key, readInvoiceKey, readPayoutKey } from "../kernel/keys";
import type { Reward } from "../tables";
import type { AcceptedFor } from "../tables/packed/accepted";
import type { RawRow, Table } from "../tables/table";
import { copied } from "./copied";
import { type KeptCells, type MadeRow, parseKept } from "./kept-cells";

const TYPED_OVER: readonly (string | undefined)[] = ["Status", "Amount", "Partner"];

/**
 * Reads a reward's row. One whose status, amount or partner was typed over with something unreadable counts as last
 * accepted, so that no sum changes by a slip; a reward keeps its currency, and the invoice whose payout pays it,
 * whatever is typed (EDIT-1, EDIT-8). A row that was copied, and given another key, counts for nothing.
 */
export function readReward(table: Table, key: Key, raw: RawRow, context: FieldContext): MadeRow {
  const read = parseKept(table, key, raw, context, (record) => keptOf(raw, acceptedFor(record)));
  const owner = acceptedFor(read.record);
  if (owner && owner.key !== key && key !== "") {
    return {
      ...read,
      isUsable: false,
      problems: [...read.problems, copied(table, key, owner.key)],
    };
  }
  return read.isUsable ? read : lastAccepted(read, owner);
}

const acceptedFor = (record: MadeRow["record"]): AcceptedFor | null =>
  (record as unknown as Reward).acceptedFor;

/** Its currency; of a line that became final the invoice of its payout; and no invoice of another currency. */
function keptOf({ cells }: RawRow, owner: AcceptedFor | null): KeptCells {
  const text = (id: string) => cellText(cells[id] ?? "").trim();
  const payout = text("firstInvoice") === "" ? undefined : readPayoutKey(text("payout"));
  const currency = readInvoiceKey(text("invoice"))?.currency;
  const isElsewhere = owner && currency !== undefined && currency !== owner.currency;
  return {
    ...(owner ? { currency: owner.currency } : {}),
    ...(payout ? { invoice: payout.invoice } : isElsewhere ? { invoice: "" } : {}),
  };
}

function lastAccepted(read: MadeRow, owner: AcceptedFor | null): MadeRow {
  const unread = read.problems.filter(
    ({ code }) => code !== "CELL_LOCKED" && code !== "CELL_BROKEN",
  );
  const bad = new Set(unread.map(({ at }) => at.column));
  const record = read.record as unknown as Reward;
  const { accepted } = record;
  const isTypedOver = [...bad].every((column) => TYPED_OVER.includes(column));
  if (!isTypedOver || !accepted || (bad.has("Partner") && !owner)) return read;
  const recovered = {
    ...read.record,
    status: bad.has("Status") ? accepted.status : record.status,
    amount: bad.has("Amount") ? accepted.amount : record.amount,
    partner: bad.has("Partner") ? owner?.partner : record.partner,
  };
  return { ...read, record: recovered, isUsable: true };
}
