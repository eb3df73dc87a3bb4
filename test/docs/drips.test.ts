import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Program } from "../../src/engine/program/program";
import { tableOf } from "../../src/engine/tables";
import { continueDrip } from "../../src/engine/usecases/drips/continue-drip";
import { endDripByHand } from "../../src/engine/usecases/drips/end-drip";
import { pauseDrip } from "../../src/engine/usecases/drips/pause-drip";
import { resumeDrip } from "../../src/engine/usecases/drips/resume-drip";
import { skipOccurrence } from "../../src/engine/usecases/drips/skip-occurrence";
import { withdrawEnd } from "../../src/engine/usecases/drips/withdraw-end";
import { act } from "../engine/usecases/act";
import { dripProgram } from "../engine/usecases/drip-program";
import { recordsOf } from "../support/program";
import { runOn } from "../support/run-on";
import { tablesIn } from "./tables-in";

const guide = readFileSync(join(__dirname, "../../docs/guide/drips.md"), "utf8");

const examples = guide
  .split(/^### /m)
  .slice(1)
  .map((section) => {
    const [terms = [], steps = []] = tablesIn(section);
    return [section.split("\n")[0] ?? "", terms, steps] as const;
  });

/** The column of Drips with this header. */
function idOf(header: string): string {
  const columns = Object.entries(tableOf("drips").columns);
  const found = columns.find(([, column]) => column.header === header);
  if (!found) throw new Error(`Drips has no column ${header}`);
  return found[0];
}

const latest = (program: Program) => {
  const drips = recordsOf(program, "drips");
  const drip = drips[drips.length - 1];
  if (!drip) throw new Error("There is no drip");
  return drip;
};

/** Does what the guide says on a day, after that day's run. */
function take(program: Program, today: string, what: string): Program {
  const { key: drip, nextOccurrence, skipped } = latest(program);
  const skipping = { drip, occurrence: nextOccurrence };
  const [deed = "", on] = what.split(" on ");
  const does: { readonly [Deed in string]?: () => Program } = {
    "Run now": () => program,
    "End drip": () => {
      const given = { drips: [drip], reason: "guide", confirmed: true, ...(on ? { on } : {}) };
      return act(program, endDripByHand, given, today).program;
    },
    "Withdraw end": () => act(program, withdrawEnd, { drip }, today).program,
    Pause: () => act(program, pauseDrip, { drip }, today).program,
    "Resume, forfeit it": () =>
      act(program, resumeDrip, { drip, fellDue: "forfeit" }, today).program,
    Skip: () => act(program, skipOccurrence, skipping, today).program,
    "Undo skip": () => {
      const occurrence = (skipped ?? []).slice(-1)[0];
      return act(program, skipOccurrence, { drip, occurrence, undo: true }, today).program;
    },
    Continue: () => act(program, continueDrip, { drip, confirmed: true }, today).program,
  };
  const doIt = does[deed];
  if (!doIt) throw new Error(`The guide says “${what}”, which is not known here`);
  return doIt();
}

test("the guide has examples of ending, continuing, pausing, skipping and withdrawing", () => {
  expect(examples).toHaveLength(3);
});

test.each(examples)("%s", (_, terms, steps) => {
  const cells = Object.fromEntries(terms.map(([header = "", cell = ""]) => [idOf(header), cell]));
  const numbers = { ...cells, amount: Number(cells.amount) };
  const begun = dripProgram({ customer: "", ...numbers });
  let program = begun;
  const shown = steps.map(([today = "", what = ""]) => {
    program = take(runOn(program, today), today, what);
    const { status, issued, toCome, lost, nextDate } = latest(program);
    const money = (amount: number | null) => ((amount ?? 0) / 100).toFixed(2);
    return [today, what, status, String(issued), money(toCome), money(lost), nextDate ?? ""];
  });
  expect(shown).toEqual(steps);
});
