import fc from "fast-check";
import { tableNames, tableOf } from "../../src/engine/tables";
import { movesToOrder } from "../../src/sheets/setup/column-order";
import { law } from "../support/laws";

/** A tab's headers in any order, with columns of the team's own between, and how many columns are frozen. */
const tabs = fc
  .record({
    table: fc.constantFrom(...tableNames).map(tableOf),
    keys: fc.array(fc.double({ noNaN: true }), { minLength: 60, maxLength: 60 }),
    own: fc.array(fc.nat({ max: 59 }), { maxLength: 5 }),
    isSorted: fc.boolean(),
    frozen: fc.nat({ max: 3 }),
    lost: fc.nat({ max: 4 }),
  })
  .map(({ table, keys, own, isSorted, frozen, lost }) => {
    const ours = Object.values(table.columns).map(({ header }) => header);
    const order = ours.map((header, at) => [keys[at] ?? 0, header] as const);
    const sorted = isSorted ? order : [...order].sort(([a], [b]) => a - b);
    const headers: string[] = sorted.map(([, header]) => header).slice(lost);
    own.forEach((at, n) => void headers.splice(Math.min(at, headers.length), 0, `Own ${n}`));
    return { table, ours, headers, frozen: Math.min(frozen, headers.length) };
  });

/** As Sheet.moveColumns moves: the destination is counted before the move. */
function moved(headers: readonly string[], moves: ReturnType<typeof movesToOrder>): string[] {
  const now = [...headers];
  for (const { first, count, before, header } of moves) {
    expect(now[first]).toBe(header);
    expect(before < first || before > first + count).toBe(true);
    const taken = now.splice(first, count);
    now.splice(before > first ? before - count : before, 0, ...taken);
  }
  return now;
}

law(
  "our columns come into the standard order, the team's own stay at the right of theirs, frozen ones stay (SHEET-44)",
  tabs,
  ({ table, ours, headers, frozen }) => {
    const moves = movesToOrder(table, headers, frozen);
    const now = moved(headers, moves);
    const isOurs = (header: string) => ours.includes(header);
    const neighbourIn = (list: readonly string[], header: string) =>
      list.slice(frozen, list.indexOf(header)).filter(isOurs).at(-1);

    expect([...now].sort()).toEqual([...headers].sort());
    expect(now.slice(0, frozen)).toEqual(headers.slice(0, frozen));
    const free = now.slice(frozen).filter(isOurs);
    expect(free).toEqual(ours.filter((header) => free.includes(header)));
    for (const own of headers.slice(frozen).filter((header) => !isOurs(header))) {
      expect([own, neighbourIn(now, own)]).toEqual([own, neighbourIn(headers, own)]);
    }
    expect(movesToOrder(table, now, frozen)).toEqual([]);
  },
);

test("what a release appended moves alone, in as few moves as there are such columns", () => {
  const table = tableOf("rewards");
  const ours = Object.values(table.columns).map(({ header }) => header);
  const late = ["Name of customer", "Decisions"];
  const headers = [...ours.filter((header) => !late.includes(header)), "Own", ...late];

  expect(movesToOrder(table, headers, 1).map(({ header }) => header)).toEqual(late);
  expect(movesToOrder(table, ours, 1)).toEqual([]);
  expect(movesToOrder(table, [...ours, "amount"], 1)).toEqual([]);
});
