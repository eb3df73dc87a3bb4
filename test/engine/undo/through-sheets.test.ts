import type { UndoOutput } from "../../../src/engine/usecases/program/undo-run";
import { outsideJest } from "../../support/outside-jest";

type Sheets = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
interface Outcome {
  readonly before: Sheets;
  readonly after: Sheets;
  readonly back: Sheets;
  readonly preview: UndoOutput;
  readonly isPreviewIdle: boolean;
  readonly paused: unknown;
}
let outcomes: readonly Outcome[];
beforeAll(async () => {
  outcomes = await outsideJest("test/engine/undo/through-sheets.scenario.ts");
});

test("undoing a month's run through the sheets leaves them as before, in two time zones", () => {
  expect(outcomes).toHaveLength(2);
  for (const { before, after, back } of outcomes) {
    expect(after).not.toEqual(before);
    expect(back).toEqual(before);
  }
});

test("nothing that was read back from the sheets is taken for a person's change", () => {
  for (const { preview, isPreviewIdle, paused } of outcomes) {
    expect(preview.removed.Rewards).toBeGreaterThan(0);
    expect([preview.asked, preview.stays, isPreviewIdle, paused]).toEqual([[], [], true, "yes"]);
  }
});
