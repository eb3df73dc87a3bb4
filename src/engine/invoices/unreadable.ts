import type { Key } from "../kernel/keys";
import type { Row } from "../program/program";
import type { Work } from "../program/work";

/** The invoices on which a reward stands whose row can't be read: they can't be added up yet. */
export const invoicesWithUnreadableLines = ({ program }: Work<"rewards">): ReadonlySet<Key> =>
  invoicesOfUnreadable(program.tables.rewards?.rows);

/** The invoices with a payout whose row can't be read: what is paid and what is owed can't be told. */
export const invoicesWithUnreadablePayouts = ({ program }: Work<"payouts">): ReadonlySet<Key> =>
  invoicesOfUnreadable(program.tables.payouts?.rows);

const invoicesOfUnreadable = (
  rows: readonly Pick<Row, "record" | "copy" | "raw">[] = [],
): ReadonlySet<Key> =>
  new Set(
    rows
      .filter(({ record, copy }) => !record && copy === 0)
      .map(({ raw }) => String(raw.cells.invoice ?? "")),
  );
