import { recalculate } from "../../host/workbook";
import { addScheduleOf } from "../support/add-schedule";
import { firstChange } from "./first-change";
import { ask, type Life } from "./life";

/**
 * Makes a copy of the file. Nothing that writes is done in it before a person says what it is; then it is tried out and
 * thrown away, or life goes on in it. Says what did not hold.
 */
export async function copyFile(life: Life): Promise<readonly string[]> {
  const { dice, host } = life;
  const copy = host.copy();
  // A formula that somebody has just typed is calculated by who reads it first: that changes nothing.
  recalculate(copy.workbook);
  const before = JSON.stringify(copy.workbook.sheets);
  const inCopy: Life = {
    ...life,
    host: copy,
    typed: new Map(),
    notes: new Map(),
    wrong: new Map(),
  };
  const refused = await ask(inCopy, "run", { kind: "by hand" });
  addScheduleOf(copy, copy.state.user);
  await copy.fire("onDaily");
  const broken: string[] = [];
  if (refused.ok) broken.push("a copy ran before anybody said what it is");
  const after = JSON.stringify(copy.workbook.sheets);
  if (after !== before) broken.push(`an undecided copy was changed: ${firstChange(before, after)}`);
  if (dice.chance(0.5)) {
    const original = JSON.stringify(host.workbook.sheets);
    await ask(inCopy, "decide-copy", { as: "test copy" });
    await ask(inCopy, "run", { kind: "by hand" });
    if (JSON.stringify(host.workbook.sheets) !== original)
      broken.push("a test copy changed its original");
  } else {
    await ask(inCopy, "decide-copy", { as: "new home" });
    life.tally.executions += host.executions().length;
    life.host = copy;
    // The history of versions stays with the original, and so does what it remembers of what left the house.
    life.versions.length = 0;
    life.lost.clear();
    copy.workbook.extras.triggers = [];
    life.moved?.();
  }
  return broken;
}
