import { tableNames, tableOf } from "../../../src/engine/tables";

test("each header's note is short enough to be read in passing (SHEET-18)", () => {
  const notes = tableNames.flatMap((name) =>
    Object.values(tableOf(name).columns).map(({ header, note }) => [name, header, note] as const),
  );
  expect(notes.filter(([, , note]) => note.length > 160 || note.trim() === "")).toEqual([]);
});
