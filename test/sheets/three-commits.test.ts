import { outsideJest } from "../support/outside-jest";

interface Committed {
  readonly commits: number;
  readonly deletes: number;
}

test("an act commits the journal, all that it changes together, and the journal's end (SHEET-21, ADR-3)", async () => {
  const found = await outsideJest<Readonly<Record<string, Committed>>>(
    "test/sheets/three-commits.scenario.ts",
  );

  expect(Object.keys(found)).toHaveLength(12);
  for (const [act, { commits, deletes }] of Object.entries(found)) {
    // Rows are deleted by number, so each tab's are a commit of their own, after it was verified.
    expect([act, commits]).toEqual([act, 3 + deletes]);
  }
});
