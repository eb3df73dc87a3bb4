import fc from "fast-check";
import type { CallName } from "../../../host/page/calls";
import { answerCall } from "../../../host/page/server/answer-call";
import { openCode } from "../../support/host";

const code = `function fill() {
  const sheet = SpreadsheetApp.getActive().insertSheet("T");
  sheet.getRange("A1:C4").setValues([["Key", "Amount", "Word"], ["b", 5, "x"], ["a", 6, "y"], ["c", 7, "z"]]);
}`;
const stopped = /^You are trying to edit a protected cell or object\. Please contact/;
const people = {
  guest: "guest@example.com",
  editor: "editor@example.com",
  owner: "owner@example.com",
};

const one = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

/** Every act of the page on a sheet, with the rows and columns (from 1) that it changes. */
const acts = {
  type: { row: 2, column: 2, texts: [["8"]], by: "person" },
  "type pasted": {
    row: 1,
    column: 1,
    texts: [
      ["k", "1"],
      ["l", "2"],
    ],
    by: "paste",
  },
  clear: { areas: [{ row: 3, column: 1, rows: 1, columns: 2 }], what: "values" },
  "clear formats": { areas: [{ row: 3, column: 1, rows: 1, columns: 2 }], what: "formats" },
  "insert-lines": { axis: "rows", before: 3, count: 1 },
  "insert-lines beside": { axis: "columns", before: 2, count: 1 },
  "delete-lines": { axis: "rows", first: 3, count: 2 },
  "delete-lines beside": { axis: "columns", first: 2, count: 1 },
  "hide-lines": { axis: "rows", first: 2, count: 1, hidden: true },
  "hide-lines beside": { axis: "columns", first: 3, count: 1, hidden: true },
  "move-lines": { axis: "rows", first: 2, count: 1, before: 5 },
  freeze: { axis: "rows", count: 1 },
  format: { areas: [{ row: 2, column: 2, rows: 2, columns: 1 }], format: "0.00" },
  style: { areas: [{ row: 2, column: 2, rows: 2, columns: 1 }], style: { bold: true } },
  note: { row: 4, column: 3, text: "n" },
  paste: { to: one(2, 3), from: { sheet: 0, ...one(1, 1) }, kind: "all", isCut: false },
  "create-filter": { ...one(1, 1) },
  sort: { column: 1, descending: false },
  widen: { column: 2, width: 80 },
  "rename-sheet": { name: "U" },
  "delete-sheet": {},
  "hide-sheet": { hidden: true },
  "move-sheet": { to: 0 },
  "color-tab": { color: "#ff0000" },
} as const;
const touched: Record<keyof typeof acts, readonly number[] | null> = {
  type: [2, 2, 2, 2],
  "type pasted": [1, 2, 1, 2],
  clear: [3, 3, 1, 2],
  "clear formats": [3, 3, 1, 2],
  "insert-lines": [3, 3, 1, 99],
  "insert-lines beside": [1, 999, 2, 2],
  "delete-lines": [3, 4, 1, 99],
  "delete-lines beside": [1, 999, 2, 2],
  "hide-lines": [2, 2, 1, 99],
  "hide-lines beside": [1, 999, 3, 3],
  "move-lines": [2, 2, 1, 99],
  freeze: null,
  format: [2, 3, 2, 2],
  style: [2, 3, 2, 2],
  note: [4, 4, 3, 3],
  paste: [2, 2, 3, 3],
  "create-filter": [1, 4, 1, 3],
  sort: [2, 4, 1, 3],
  widen: [1, 999, 2, 2],
  "rename-sheet": null,
  "delete-sheet": null,
  "hide-sheet": null,
  "move-sheet": null,
  "color-tab": null,
};

const drawn = fc.record({
  act: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
  who: fc.constantFrom(...(Object.keys(people) as (keyof typeof people)[])),
  how: fc.constantFrom({}, { warningOnly: true }),
  row: fc.integer({ min: 1, max: 4 }),
  column: fc.integer({ min: 1, max: 3 }),
  isSheet: fc.boolean(),
});

test("an act of the page is refused just where a protection keeps its person from what it changes (PLATFORM-53)", async () => {
  await fc.assert(
    fc.asyncProperty(drawn, async ({ act, who, how, row, column, isSheet }) => {
      const host = await openCode(code, { user: people[who], owner: people.owner });
      await host.call("fill");
      const place = `${"ABC"[column - 1]}${row}`;
      host.protect("T", isSheet ? null : place, { editors: [people.editor], ...how });
      const sheet = host.workbook.sheets.find(({ name }) => name === "T")?.id ?? -1;
      const before = host.text();
      const [name = act] = act.split(" ");
      const answer = await answerCall(host, name as CallName, { sheet, ...acts[act] } as never);
      const [top = 1, bottom = 999, left = 1, right = 999] = touched[act] ?? [];
      const meets = isSheet || (top <= row && row <= bottom && left <= column && column <= right);
      const isStopped = meets && who === "guest" && !how.warningOnly;
      expect(answer).toMatchObject(
        isStopped ? { ok: false, message: expect.stringMatching(stopped) } : { ok: true },
      );
      if (isStopped) expect(host.text()).toBe(before);
    }),
    { numRuns: 100 },
  );
});
