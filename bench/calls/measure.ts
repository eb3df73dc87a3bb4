import { answer, type Rpc } from "../../demo/rpc";
import type { Driver } from "../../host";
import type { Usage } from "../../host/realm/usage";
import type { Call } from "../../src/engine/contract/contract";
import { before } from "./before";
import { type Facts, factsOf } from "./facts";
import { worstInputs } from "./inputs";
import { kindOf } from "./kinds";

/** What one call moves. These counts are exact: the same program and input give the same again. */
export interface Cost {
  readonly trips: number;
  readonly read: number;
  readonly written: number;
  readonly characters: number;
}
export type Costs = Readonly<Record<string, Cost>>;

/** Calls that refuse on a program that lived a year; reading is all that they cost. */
const REFUSES: ReadonlySet<string> = new Set<Call>(["add-sample"]);

export const calls = Object.keys(worstInputs).sort() as Call[];

/** What each call costs on this program: one that writes, or needs something done before, on a fork of its own. */
export async function costsOf(year: Driver, only: readonly Call[] = calls): Promise<Costs> {
  const facts = factsOf(year);
  const costs: Record<string, Cost> = {};
  const reading = forkOf(year);
  for (const call of only) {
    const isAlone = before[call] !== undefined || kindOf(call) === "act";
    costs[call] = await costOf(isAlone ? forkOf(year) : reading, call, facts);
  }
  return costs;
}

/** Ids are always the same, so that the characters moved are. */
function forkOf(year: Driver): Driver {
  let ids = 0;
  return year.fork({
    user: "bench@example.com",
    uuid: () => `${String(ids++).padStart(8, "0")}-0000-4000-8000-000000000000`,
  });
}

async function costOf(fork: Driver, call: Call, facts: Facts): Promise<Cost> {
  const onFork: Rpc = (name, input) => fork.rpc(name, input) as never;
  const prepared = await before[call]?.(fork, onFork, facts);
  const host = prepared?.host ?? fork;
  const input = { ...worstInputs[call](facts), ...prepared?.input };
  const refusal = await answer(host.rpc(call, input) as ReturnType<Rpc>).then(
    () => "",
    (thrown: Error) => thrown.message,
  );
  if ((refusal !== "") !== REFUSES.has(call))
    throw new Error(`${call}: ${refusal || "is not refused"}`);
  return lastCost(host);
}

/** What the last execution moved. */
export const lastCost = (host: Driver): Cost => costIn(host.usage().last);

export const costIn = ({ roundTrips, cellsRead, cellsWritten, characters }: Usage): Cost => ({
  trips: roundTrips,
  read: cellsRead,
  written: cellsWritten,
  characters,
});
