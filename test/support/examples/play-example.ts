import { addDays, day } from "../../../src/engine/kernel/day";
import { asRefusal } from "../../../src/engine/kernel/problem";
import { setUp } from "../../../src/engine/usecases/program/set-up";
import { act } from "../../engine/usecases/act";
import { programOf } from "../program";
import { doAct } from "./acts";
import { cellsOfTrigger } from "./cells";
import type { ActJson, ProgramJson, RunsJson } from "./format";
import type { Played } from "./names";

/** One thing that happens to a program: an act of a person, or a run. */
export interface Step {
  readonly day: string;
  readonly act: ActJson;
}
/** What is done where the program refuses an act; the code is the refusal's. */
type OnRefusal = (given: ActJson, code: string, played: Played) => Played;

/** The days on which runs happen. */
export const daysOf = (runs: RunsJson): readonly string[] =>
  runs.flatMap((each) => {
    if (typeof each === "string") return [each];
    const all: string[] = [];
    for (let on = day(each.from); on <= each.to; on = addDays(on, 1)) all.push(on);
    return all;
  });

/** All that happens, in order: the acts of a day as they stand, then its run. */
export function stepsOf({ acts, runs = [] }: Pick<ProgramJson, "acts" | "runs">): readonly Step[] {
  const steps = acts.map((each) => ({ day: each.day, act: each, rank: 0 }));
  const clock = daysOf(runs).map((on) => ({
    day: on,
    act: { day: on, do: "run" } as const,
    rank: 1,
  }));
  return [...steps, ...clock].sort((a, b) =>
    a.day === b.day ? a.rank - b.rank : a.day < b.day ? -1 : 1,
  );
}

/** The program as set-up leaves it on the day of its start, with its settings and triggers. */
export function beginProgram({ settings = {}, triggers = [] }: ProgramJson): Played {
  const start = settings["program start"] ?? "2026-01-01";
  const empty = programOf({ triggers: triggers.map(cellsOfTrigger) });
  const { program } = act(empty, setUp, {}, start);
  const rows = program.tables.settings?.rows ?? [];
  const unknown = Object.keys(settings).filter((key) => !rows.some((row) => row.key === key));
  if (unknown.length > 0) throw new Error(`No setting is called ${unknown.join(", ")}`);
  const ready = programOf({
    triggers: triggers.map(cellsOfTrigger),
    settings: rows.map(({ key, raw: { cells } }) => ({
      ...cells,
      value: settings[key] ?? cells.value ?? "",
    })),
  });
  return { program: ready, manual: new Map() };
}

/** An example says which refusal it means; any other is a mistake. */
const meantRefusal: OnRefusal = (given, code, played) => {
  if (given.refused === code) return played;
  throw new Error(`${JSON.stringify(given)} was refused: ${code}`);
};

interface Watching {
  /** Sees the program after each step. */
  readonly watch?: (played: Played, step: Step) => void;
  readonly onRefusal?: OnRefusal;
  /** Runs the program on a day in another way than by the use case. */
  readonly runOn?: (played: Played, day: string) => Played;
}

/** Plays a program through the engine, by use cases and cells typed over. */
export function playProgram(
  given: ProgramJson,
  { watch = () => {}, onRefusal = meantRefusal, runOn }: Watching = {},
): Played {
  let played = beginProgram(given);
  for (const step of stepsOf(given)) {
    played =
      runOn && step.act.do === "run"
        ? runOn(played, step.day)
        : attempt(played, step.act, onRefusal);
    watch(played, step);
  }
  return played;
}

function attempt(played: Played, given: ActJson, onRefusal: OnRefusal): Played {
  let after: Played;
  try {
    after = doAct(played, given);
  } catch (thrown) {
    const refusal = asRefusal(thrown);
    if (!refusal) throw thrown;
    return onRefusal(given, refusal.code, played);
  }
  if (given.refused !== undefined) throw new Error(`${JSON.stringify(given)} was not refused`);
  return after;
}
