import fc from "fast-check";
import { addDays, day } from "../../src/engine/kernel/day";
import { isName, nameColumns } from "../../src/engine/program/names";
import type { Program } from "../../src/engine/program/program";
import { begin, type Work } from "../../src/engine/program/work";
import { isLocked } from "../../src/engine/rewards/final";
import { type TableName, tableNames } from "../../src/engine/tables";
import { run } from "../../src/engine/usecases/program/run";
import { changed } from "../engine/invoices/money-run";
import { law, programs } from "../support/laws";
import { carryOut, envOn, programOf, recordsOf } from "../support/program";
import { given } from "./given-program";

type AnyRow = Readonly<Record<string, unknown>> & { readonly key: string };
const named = tableNames.filter((name) => nameColumns[name].length > 0);
const rowsOf = (program: Program, name: TableName) =>
  recordsOf(program, name) as readonly unknown[] as readonly AnyRow[];

const deed = fc.record({
  kind: fc.constantFrom("rename", "rename", "type over", "clear", "move", "none"),
  which: fc.nat({ max: 50 }),
  name: fc.constantFrom("Zoë", "=1+1", "#N/A", "", "x".repeat(400)),
  after: fc.integer({ min: 1, max: 35 }),
});
const life = fc.record({ given, deeds: fc.array(deed, { minLength: 2, maxLength: 6 }) });
type Deed = (typeof life extends fc.Arbitrary<infer T> ? T : never)["deeds"][number];

const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % list.length];
function act(work: Work, { kind, which, name }: Deed): void {
  const person = pick(["partners", "customers"] as const, which) ?? "partners";
  const row = pick(work.all(person), which);
  if (kind === "rename" && row) work.update(person, row.key, { name: name || null });
  const table = pick(named, which) ?? "rewards";
  const typed = pick(work.all(table) as readonly AnyRow[], which);
  const id = pick(nameColumns[table], which)?.id ?? "";
  if ((kind === "type over" || kind === "clear") && typed) {
    work.update(table, typed.key, { [id]: kind === "clear" ? null : name || null } as never);
  }
  const customer = pick(work.all("customers"), which);
  if (kind === "move" && customer) work.update("customers", customer.key, { partner: "bob" });
}

/** What a row's name cells should say: the names of its keys, or what they say where that person's row can't be read now. */
const namesOf = (work: Work, table: TableName, row: AnyRow) =>
  Object.fromEntries(
    nameColumns[table].map(({ id, of }) => {
      const key = row[of] as string | null;
      const person = key === null ? undefined : work.get(`${of}s`, key);
      const isUnread = key !== null && person === undefined && work.has(`${of}s`, key);
      if (isUnread || person?.errors?.name !== undefined) return [id, row[id]];
      const name = person?.name ?? null;
      return [id, name && name.length > 200 ? `${name.slice(0, 199)}…` : name];
    }),
  );
function isFinal(work: Work, table: TableName, row: AnyRow): boolean {
  if (table === "rewards") return isLocked(work, row as never);
  if (table === "transactions") return row.judged !== null;
  if (table === "drips") return row.status !== "Created";
  return table === "payouts" && (row.status === "paid" || row.status === "returned");
}

law(
  "after each run every row that is not final says the names of its keys, and a final one keeps those it had (SHEET-40)",
  life,
  ({ given: rows, deeds }) => {
    let program = programOf(rows);
    let on = day("2026-06-05");
    for (const each of deeds) {
      const before = changed(program, (work) => act(work, each));
      program = carryOut(before, run, { kind: "daily" }, envOn(on)).program;
      const work: Work = begin(program);
      const earlier: Work = begin(before);
      for (const table of named) {
        for (const row of rowsOf(program, table)) {
          const names = namesOf(work, table, row);
          const said = Object.fromEntries(Object.keys(names).map((id) => [id, row[id]]));
          const was = earlier.get(table, row.key) as AnyRow | undefined;
          if (was && isFinal(earlier, table, was) && isFinal(work, table, row)) {
            const kept = Object.keys(names).map((id) => [id, was[id] ?? names[id]]);
            expect([table, said]).toEqual([table, Object.fromEntries(kept)]);
          } else if (was === undefined || !isFinal(work, table, row)) {
            expect([table, said]).toEqual([table, names]);
          }
        }
      }
      on = addDays(on, each.after);
    }
  },
  programs,
);

law(
  "names change nothing but themselves: no run of a program with other names decides anything else (SHEET-40b)",
  life,
  ({ given: rows, deeds }) => {
    const withoutNames = (program: Program) =>
      named.map((table) =>
        rowsOf(program, table).map((row) =>
          Object.fromEntries(Object.entries(row).filter(([id]) => !isName(table, id))),
        ),
      );
    const blanked = (program: Program) =>
      changed(program, (work) => {
        for (const table of named) {
          const blank = Object.fromEntries(nameColumns[table].map(({ id }) => [id, null]));
          for (const { key } of work.all(table)) work.update(table, key, blank as never);
        }
      });
    let [one, other] = [programOf(rows), programOf(rows)];
    let on = day("2026-06-05");
    for (const { after } of deeds) {
      one = carryOut(one, run, { kind: "daily" }, envOn(on)).program;
      other = carryOut(blanked(other), run, { kind: "daily" }, envOn(on)).program;
      expect(withoutNames(other)).toEqual(withoutNames(one));
      on = addDays(on, after);
    }
  },
  programs,
);
