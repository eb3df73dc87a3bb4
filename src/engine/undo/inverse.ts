import { emptyPartsOf, listParts, settledOf } from "../drips/skipped";
import { type Cell, cellText } from "../kernel/fields";
import type { CellChange, Changeset, Effect } from "../program/changeset";
import { nameColumns, shownName } from "../program/names";
import type { Work } from "../program/work";
import { tables } from "../tables";
import { columnsThat, printCell, sameCell } from "../tables/table";
import { keptBefore } from "./kept-before";
import type { UndoPlan } from "./plan-undo";
import { type RowSinceRun, sealedRow } from "./rows-since-run";
import { isDerived, sealOf } from "./seal";

/** The changes that take back what is planned: rows that the run made go, cells are as they were. */
export function inverseOf(work: Work, plan: UndoPlan): Changeset {
  const effects = plan.standings.flatMap((standing): readonly Effect[] => {
    const { table, key, made } = standing;
    const stays = plan.stays.has(standing);
    const isPartial =
      table === "drips" && (plan.partsStaying.has(key) || (stays && made !== undefined));
    if (isPartial) return restore(work, standing, countersOf(work, standing, plan));
    if (stays) return [];
    if (made !== undefined) return [{ kind: "remove", table, key }];
    return restore(work, standing, cellsBefore(work, standing, plan));
  });
  return { effects };
}

type Cells = Readonly<Record<string, Cell>>;

const ofPayment: readonly string[] = columnsThat(tables.rewards, "ofPayment");

function cellsBefore(work: Work, { table, key, cells }: RowSinceRun, { settled }: UndoPlan): Cells {
  const record = work.get(table, key);
  const row = record && sealedRow(work, table, record);
  const isSettled = table === "rewards" && settled.has(work.get("rewards", key)?.invoice ?? "");
  const back = Object.entries(cells)
    .filter(([id, { seal }]) => !isDerived(table, id) || (row && sealOf(row, id) === seal))
    .filter(([id]) => !(isSettled && ofPayment.includes(id)));
  const before = Object.fromEntries(back.map(([id, { from }]) => [id, from]));
  const reward = table === "rewards" && !isSettled && work.get(table, key);
  return reward && back.length > 0
    ? { ...keptBefore(reward, before, work.program.context), ...before }
    : before;
}

/** A drip of which parts stay counts those, and goes on after them. */
function countersOf(work: Work, standing: RowSinceRun, plan: UndoPlan): Cells {
  const { stays, partsStaying } = plan;
  const { key, made } = standing;
  const before = stays.has(standing) ? {} : cellsBefore(work, standing, plan);
  const drip = work.get("drips", key);
  const last = partsStaying.get(key) ?? 0;
  if (!drip || (stays.has(standing) && made === undefined)) return {};
  const { cells } = standing;
  const from = (cells.settled ?? cells.issued)?.from || settledOf(drip);
  const settled = Math.max(made === undefined ? Number(from) : 0, last);
  const empty = listParts([...emptyPartsOf(drip)].filter((k) => k <= settled));
  const shown = { ...drip, emptyParts: empty };
  const emptyParts = printCell(tables.drips, "emptyParts", shown, work.program.context);
  return { ...before, settled, emptyParts };
}

function restore(work: Work, { table, key }: RowSinceRun, to: Cells): readonly Effect[] {
  const row = work.program.tables[table]?.byKey.get(key);
  // A key goes back with the name beside it, of which no run keeps a trace (SHEET-40b).
  const names = nameColumns[table].flatMap(({ id, of }) => {
    const record = of in to && work.get(`${of}s`, cellText(to[of] ?? ""));
    return record === false ? [] : [[id, shownName(record)] as const];
  });
  const changes = [...Object.entries(to), ...names]
    .map(([id, cell]): [string, CellChange] => [id, { from: row?.raw.cells[id] ?? "", to: cell }])
    .filter(([, change]) => !sameCell(change.from, change.to));
  if (changes.length === 0) return [];
  return [{ kind: "update", table, key, copy: 0, cells: Object.fromEntries(changes) }];
}
