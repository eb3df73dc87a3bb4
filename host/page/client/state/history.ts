import { act } from "./call";
import { client } from "./client-state";
import { theGrid } from "./the-grid";

/** Typing that can be undone; places are 1-based. */
type Step = {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly before: readonly (readonly string[])[];
  readonly after: readonly (readonly string[])[];
};

/** In a larger area than this many cells, typing can't be undone. */
const mostCells = 20_000;
let done: Step[] = [];
let undone: Step[] = [];

/** Types texts into cells, and remembers what was there before. */
export async function typeInto(
  sheet: number,
  row: number,
  column: number,
  texts: readonly (readonly string[])[],
  by: "person" | "paste",
): Promise<void> {
  const columns = Math.max(0, ...texts.map((line) => line.length));
  const area = { row, column, rows: texts.length, columns };
  const isSmall = area.rows * columns <= mostCells;
  const before = isSmall ? theGrid()?.typedTexts(sheet, area) : undefined;
  const isDone = await act("type", { sheet, row, column, texts, by });
  if (!isDone || before === undefined) return;
  done.push({ sheet, row, column, before, after: texts });
  undone = [];
}

/** Rows moved: what was remembered is no longer in the same place. */
export function forgetHistory(): void {
  done = [];
  undone = [];
}

/** Undoes the last typing. */
export const undo = (): void =>
  step(
    () => done.pop(),
    "before",
    (taken) => undone.push(taken),
  );

/** Redoes what was undone. */
export const redo = (): void =>
  step(
    () => undone.pop(),
    "after",
    (taken) => done.push(taken),
  );

function step(take: () => Step | undefined, side: "before" | "after", keep: (step: Step) => void) {
  const taken = take();
  if (taken === undefined) return client.set({ said: "Nothing to undo" });
  const { sheet, row, column } = taken;
  keep(taken);
  void act("type", { sheet, row, column, texts: taken[side], by: "paste" });
  client.set({ said: side === "before" ? "Undone" : "Done again" });
}
