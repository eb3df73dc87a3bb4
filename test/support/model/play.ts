import type { ActJson, ProgramJson, RunsJson } from "../examples/format";
import { doAct, readTrigger } from "./acts";
import { addDays, addMonths, minor, monthOf } from "./numbers";
import type { Model, Settings } from "./state";

function readSettings(given: Readonly<Record<string, string>>): Settings {
  const minimum = (given["minimum payout"] ?? "").split(",").filter(Boolean);
  return {
    currency: given["program currency"] ?? "USD",
    start: given["program start"] ?? "2026-01-01",
    review: Number(given["review ends on day"] ?? 7),
    late: Number(given["late event after days"] ?? 60),
    even: given.rounding === "half to even",
    silence: given["silence approves"] !== "no",
    minimum: Object.fromEntries(
      minimum.map((each) => {
        const [currency = "", amount = ""] = each.trim().split(" ");
        return [currency, minor(amount, currency)];
      }),
    ),
  };
}

/** The program on the day of its start. */
export function beginModel({ settings = {}, triggers = [] }: ProgramJson): Model {
  const read = readSettings(settings);
  const model: Model = {
    settings: read,
    today: read.start,
    day: read.start,
    livedUntil: addDays(read.start, -1),
    lateMark: addDays(read.start, -1),
    lastOpened: monthOf(addMonths(read.start, -1)),
    rows: new Map(),
    triggers: new Map(),
    rewards: new Map(),
    drips: new Map(),
    invoices: new Map(),
    payouts: [],
    typing: new Map(),
  };
  for (const each of triggers) model.triggers.set(each.key, readTrigger(model, each));
  return model;
}

const daysOf = (runs: RunsJson): readonly string[] =>
  runs.flatMap((each) => {
    if (typeof each === "string") return [each];
    const days: string[] = [];
    for (let day = each.from; day <= each.to; day = addDays(day, 1)) days.push(day);
    return days;
  });

/** Plays a program: the acts of a day as they stand, then its run. `watch` sees it after each. */
export function playModel(
  given: ProgramJson,
  watch: (model: Model, act: ActJson) => void = () => {},
): Model {
  const model = beginModel(given);
  const days = daysOf(given.runs ?? []);
  const all = [...new Set([...given.acts.map(({ day }) => day), ...days])].sort();
  for (const day of all) {
    const acts = given.acts.filter((each) => each.day === day);
    const runs = days.filter((each) => each === day).map(() => ({ day, do: "run" }) as const);
    for (const act of [...acts, ...runs]) {
      doAct(model, act);
      watch(model, act);
    }
  }
  return model;
}
