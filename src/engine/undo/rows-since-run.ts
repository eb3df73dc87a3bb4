import { eventIn, type Key, rewardKeyIn } from "../kernel/keys";
import type { Work } from "../program/work";
import type { RecordOf, TableName } from "../tables";
import { isLivedUntil } from "../tables/setting-definitions";
import type { Trace, Traces } from "./read-traces";
import { isDerived, type Sealed, sealOf, sealOfFirstRelease, sealOfRow } from "./seal";

/** What became of a row since the run. */
export interface RowSinceRun extends Trace {
  /** Changed: a person has since changed what the run left. Gone: the row was deleted. */
  readonly since: "as left" | "changed" | "gone";
  /** What is calculated from other rows is as the run left it too. */
  readonly isExact: boolean;
}

/** How the rows that a run touched stand now. */
export function rowsSinceRun(work: Work, { rows }: Traces): readonly RowSinceRun[] {
  const made = new Set(
    rows.filter((row) => row.made !== undefined).map(({ table, key }) => `${table} ${key}`),
  );
  const referenced = referencedKeys(work, made);
  return rows.map((trace) => {
    const { table, key } = trace;
    const record = work.get(table, key);
    if (!record) {
      const since = work.has(table, key) ? "changed" : "gone";
      return { ...trace, since, isExact: false };
    }
    // Later runs move the last day lived, and an undo sets it back all the same (TIME-1g).
    if (table === "settings" && isLivedUntil(key)) {
      return { ...trace, since: "as left", isExact: true };
    }
    const row = sealedRow(work, table, record);
    const isReferenced = trace.made !== undefined && referenced.has(`${table} ${key}`);
    return {
      ...trace,
      since: sinceOf(trace, row, isReferenced),
      isExact: isExact(trace, row),
    };
  });
}

/** A row as it stands in the sheet. */
export function sealedRow(work: Work, table: TableName, record: RecordOf<TableName>): Sealed {
  const cells = work.program.tables[table]?.byKey.get(record.key)?.raw.cells ?? {};
  return { table, record, cellOf: (id) => cells[id] ?? "" };
}

function sinceOf({ table, made, cells }: Trace, row: Sealed, isReferenced: boolean) {
  const own = Object.entries(cells).filter(([id]) => !isDerived(table, id));
  const isAsMade =
    made === undefined ||
    own.length > 0 ||
    sealOfRow(row) === made ||
    sealOfFirstRelease(row) === made;
  const isAsLeft = isAsMade && own.every(([id, { seal }]) => sealOf(row, id) === seal);
  return isAsLeft && !isReferenced ? "as left" : "changed";
}

const isExact = ({ table, cells }: Trace, row: Sealed): boolean =>
  Object.entries(cells).every(
    ([id, { seal }]) => !isDerived(table, id) || sealOf(row, id) === seal,
  );

/** The rewards and drips on which people have since built: corrections of a reward, further parts of a drip. */
function referencedKeys(work: Work, made: ReadonlySet<string>): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { key, adjusts, drip } of work.all("rewards")) {
    if (made.has(`rewards ${key}`)) continue;
    if (adjusts !== null) keys.add(`rewards ${adjusts}`);
    if (drip !== null) keys.add(`drips ${drip}`);
  }
  return keys;
}

/** The event that caused a reward or drip, by its key; undefined where no event did. */
export function eventOf({ table, key: made }: Trace, trigger: Key | null): Key | undefined {
  if (trigger === null || (table !== "rewards" && table !== "drips")) return undefined;
  return eventIn(table === "drips" ? rewardKeyIn(made) : made, trigger);
}
