import fc from "fast-check";
import type { Driver } from "../../host";
import { findSheet, readFormats } from "../../host/workbook";
import { dateFormatIn } from "../../src/sheets/codec/formats";
import { prepared } from "../support/prepared";
import { ask } from "../support/small-program";
import { openProgram } from "./support/program";

/** A program that somebody else owns, so that protections stop its runs; with a dashboard. */
const owned = (): Promise<Driver> =>
  prepared("owned by somebody else", async () => {
    const people = { user: "me@team.example", owner: "owner@team.example" };
    const host = await openProgram(undefined, people);
    await ask(host, "run", { kind: "by hand" });
    await ask(host, "make-dashboard", {});
    return host;
  });

const columns = [
  ["Partners", "Joined on"],
  ["Customers", "Created on"],
  ["Transactions", "Date"],
  ["Rewards", "Earned on"],
  ["Drips", "Next date"],
  ["Activity", "When"],
] as const;

function place(host: Driver, tab: string, header: string) {
  const sheet = findSheet(host.workbook, tab);
  const column = (sheet?.rows[0]?.cells ?? []).indexOf(header) + 1;
  if (!sheet || column === 0) throw new Error(`There is no ${tab}: ${header}`);
  return { sheet, column };
}
const formatOf = (host: Driver, tab: string, header: string): string | undefined => {
  const { sheet, column } = place(host, tab, header);
  return readFormats(sheet, { row: 2, column, rows: 1, columns: 1 })[0];
};
const letterOf = (host: Driver, tab: string, header: string): string =>
  String.fromCharCode(64 + place(host, tab, header).column);
const journal = (host: Driver): string =>
  String(findSheet(host.workbook, "_journal")?.rows[0]?.cells[0] ?? "");

test("where Google refuses the formats of some columns after a change of locale, the run does all else, and so does the next one", async () => {
  const base = await owned();
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...columns], { minLength: 1 }),
      fc.constantFrom("run" as const, "set-up" as const),
      async (refused, by) => {
        const host = base.fork();
        for (const [tab, header] of refused) {
          const letter = letterOf(host, tab, header);
          // Rows below the last one, where the program has only formats to write.
          host.protect(tab, `${letter}900:${letter}950`);
        }
        host.workbook.locale = "de_DE";
        await ask(host, by, by === "run" ? { kind: "by hand" } : {});
        for (const [tab, header] of columns) {
          if (refused.some(([, each]) => each === header)) continue;
          expect([tab, formatOf(host, tab, header)]).toEqual([
            tab,
            expect.stringContaining(dateFormatIn("de_DE")),
          ]);
        }
        expect(journal(host)).toBe("");
        await ask(host, "run", { kind: "by hand" });
        expect(journal(host)).toBe("");
      },
    ),
    { numRuns: 10 },
  );
});

test("where the dashboard may not be written, the run completes, and its journal is cleared", async () => {
  const host = (await owned()).fork();
  host.protect("Dashboard", null);
  const more = { Key: "trx_new", Customer: "cus_1", Date: "2026-03-05", Amount: 80 };
  host.append("Transactions", [more]);
  const before = host.rows("Rewards").length;
  await ask(host, "run", { kind: "by hand" });
  expect(host.rows("Rewards").length).toBeGreaterThan(before);
  expect(journal(host)).toBe("");
  expect(host.rows("Activity").map(({ What }) => What)).not.toContain(
    "Some changes could not be written.",
  );
});
