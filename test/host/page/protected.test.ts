import fc from "fast-check";
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

/** Every act of the page on a sheet, with the rows and columns (from 1) that it changes. */
const acts = {
  type: { row: 2, column: 2, texts: [["8"]], by: "person" },
  paste: {
    row: 1,
    column: 1,
    texts: [
      ["k", "1"],
      ["l", "2"],
    ],
    by: "paste",
  },
  clear: { areas: [{ row: 3, column: 1, rows: 1, columns: 2 }] },
  "insert-rows": { before: 3, count: 1 },
  "delete-rows": { row: 3, count: 2 },
  sort: { column: 1, descending: false },
  widen: { column: 2, width: 80 },
  "rename-sheet": { name: "U" },
  "delete-sheet": {},
} as const;
const touched: Record<keyof typeof acts, readonly number[] | null> = {
  type: [2, 2, 2, 2],
  paste: [1, 2, 1, 2],
  clear: [3, 3, 1, 2],
  "insert-rows": [3, 3, 1, 99],
  "delete-rows": [3, 4, 1, 99],
  sort: [2, 4, 1, 3],
  widen: [1, 999, 2, 2],
  "rename-sheet": null,
  "delete-sheet": null,
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
      const before = JSON.stringify(host.rows("T"));
      const name = act === "paste" ? "type" : act;
      const answer = await answerCall(host, name, { sheet, ...acts[act] } as never);
      const [top = 1, bottom = 999, left = 1, right = 999] = touched[act] ?? [];
      const meets = isSheet || (top <= row && row <= bottom && left <= column && column <= right);
      const isStopped = meets && who === "guest" && !how.warningOnly;
      expect(answer).toMatchObject(
        isStopped ? { ok: false, message: expect.stringMatching(stopped) } : { ok: true },
      );
      if (isStopped) expect(JSON.stringify(host.rows("T"))).toBe(before);
    }),
    { numRuns: 60 },
  );
});
