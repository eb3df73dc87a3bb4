import fc from "fast-check";
import type { Driver } from "../../host";
import { findSheet } from "../../host/workbook";
import { openProgram, smallProgram } from "./support/program";

const texts = fc.constantFrom(
  "1e5",
  "00123",
  "1/2",
  "TRUE",
  "+49 30 1",
  "=1+1",
  "-5 apples",
  "@ada",
  "Mar 4",
  "2026-03",
  "plain",
  "'quoted",
);
const drawn = fc.uniqueArray(texts, { minLength: 2, maxLength: 2 });

/** The rows of all tabs but Activity. */
const tabsOf = (host: Driver, strip: (text: string) => string) =>
  Object.fromEntries(
    host
      .sheetNames()
      .filter((name) => !name.startsWith("_") && name !== "Activity")
      .map((name) => [
        name,
        host
          .rows(name)
          .map((row) =>
            JSON.stringify(row, (_, cell) => (typeof cell === "string" ? strip(cell) : cell)),
          ),
      ]),
  );
type Tabs = Readonly<Record<string, readonly string[]>>;
const asIs = (text: string): string => text;
/** What begins like a formula gets its apostrophe even where that stays. */
const ofFormulas = (text: string): string => text.replace(/^'(?=[=+\-@])/, "");
const anywhere = (text: string): string => text.replace(/^'+/, "");

/** Days of a program with such a key and name, in cells that keep an apostrophe or don't. */
async function live([key = "", name = ""]: readonly string[], keeps: boolean, isKnown = true) {
  const host = await openProgram(smallProgram, { keepsApostrophes: keeps });
  if (!isKnown) {
    const journal = findSheet(host.workbook, "_journal")?.rows[3];
    if (journal) journal.cells[1] = "";
  }
  const account = { payoutMethod: "bank transfer", accountReference: key };
  await host.rpc("add-partner", { name, ...account, formId: "one" } as never);
  const sale = { customer: "cus_1", date: "2026-04-01", amount: "100", currency: "USD" };
  await host.rpc("record-sale", { ...sale, product: name, formId: "two" } as never);
  await host.rpc("run", { kind: "by hand" });
  await host.clock.advanceTo("2026-04-04");
  return host;
}

test("cells that keep an apostrophe before a text hold the same as cells that don't, and money is the same (REFUSAL-6)", async () => {
  await fc.assert(
    fc.asyncProperty(drawn, async (some) => {
      const hidden = await live(some, false);
      const kept = await live(some, true);
      const others = (of: Tabs, from: Tabs) =>
        Object.entries(of).flatMap(([tab, rows]) =>
          rows.filter((row, i) => row !== from[tab]?.[i]).map((row) => [tab, row]),
        );
      expect(others(tabsOf(kept, ofFormulas), tabsOf(hidden, asIs))).toEqual([]);
      const unknown = await live(some, true, false);
      expect(others(tabsOf(unknown, anywhere), tabsOf(hidden, anywhere))).toEqual([]);
      const answers = [hidden, kept].map((host) => findSheet(host.workbook, "_journal")?.rows[3]);
      expect(answers.map((row) => row?.cells[1])).toEqual(["hidden", "kept"]);
      expect(kept.sheetNames()).not.toContain("_tributary_check");
    }),
    { numRuns: 3 },
  );
});
