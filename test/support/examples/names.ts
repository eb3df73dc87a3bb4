import { invoiceKey } from "../../../src/engine/kernel/keys";
import type { Program } from "../../../src/engine/program/program";
import type { Reward } from "../../../src/engine/tables";
import { recordsOf } from "../program";

/** A program that is being played, and the engine's keys of the manual rewards by the names they have in the format. */
export interface Played {
  readonly program: Program;
  readonly manual: ReadonlyMap<string, string>;
}

/** The engine's key of a drip called `EVENT/TRIGGER`. */
export const dripOf = (name: string): string => `drip_${name}`;
export const dripName = (key: string): string => key.replace(/^drip_/, "");

/** The name of a reward that corrects no other: `EVENT/TRIGGER`, `EVENT/TRIGGER#part`, or a manual reward's own. */
export function rewardName(
  { manual }: Played,
  { key, drip }: Pick<Reward, "key" | "drip">,
): string {
  if (drip !== null) return dripName(key);
  for (const [name, made] of manual) if (made === key) return name;
  return key;
}

/**
 * The engine's key of a reward by its name; `NAME~open` is its open adjusting line, `NAME~1` the first that was made.
 * Undefined where there is none.
 */
export function rewardOf(played: Played, name: string): string | undefined {
  const [own = "", suffix] = name.split("~");
  const key = played.manual.get(own) ?? (own.includes("#") ? dripOf(own) : own);
  const rewards = recordsOf(played.program, "rewards");
  const main = rewards.find((each) => each.key === key);
  if (suffix === undefined || !main) return main?.key;
  const lines = rewards.filter((each) => each.adjusts === key);
  return suffix === "open"
    ? lines.find((each) => isOpenLine(played.program, each))?.key
    : lines[Number(suffix) - 1]?.key;
}

/** An adjusting line that can still change: neither declined nor on a final invoice nor carried from one. */
export const isOpenLine = (program: Program, line: Reward): boolean =>
  line.status !== "declined" && !isFinalReward(program, line);

/** On a final invoice, or carried from one. */
export function isFinalReward(
  program: Program,
  { invoice, firstInvoice, status }: Reward,
): boolean {
  const on = recordsOf(program, "invoices").find(({ key }) => key === invoice);
  return (
    status === "paid" || firstInvoice !== null || (on !== undefined && on.finalizedOn !== null)
  );
}

/** An invoice is called by its month and currency: `2026-01 USD`. */
export function invoiceOf(name: string): string {
  const [month = "", currency = ""] = name.split(" ");
  return invoiceKey(month, currency);
}
export const invoiceName = (key: string): string => key.replace(/^inv_/, "").replace("_", " ");
