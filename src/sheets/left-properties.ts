import { fold } from "../engine/invoices/left-the-house";
import { type Departures, type Left, writeLeft } from "../engine/kernel/left";
import type { Program } from "../engine/program/program";

/** What the names of these properties begin with. */
export const PREFIX = "left.";
/** Bytes of one value, and of all together; each character is one byte (REFUSAL-8). */
const MOST_A_VALUE = 8_000;
const MOST = 300_000;

/** The properties, by name, that keep what left the house, within the bound. */
export const propertiesOf = (left: Left, program: Program): ReadonlyMap<string, string> =>
  valuesOf(withinBound(left, program));

function withinBound(left: Left, program: Program): Left {
  const bounded = new Map(left);
  const sizes = new Map([...left].map(([group, entries]) => [group, sizeOf(group, entries)]));
  let size = [...sizes.values()].reduce((sum, each) => sum + each, 0);
  for (const group of [...left.keys()].sort(byMonth)) {
    if (size <= MOST) break;
    const folded = fold(program, group, left.get(group) as Departures);
    size += sizeOf(group, folded) - (sizes.get(group) ?? 0);
    bounded.set(group, folded);
  }
  return bounded;
}

/** Groups are named by an invoice's key or a month. */
const byMonth = (a: string, b: string): number =>
  a.replace("inv_", "") < b.replace("inv_", "") ? -1 : 1;

const sizeOf = (group: string, entries: Departures): number =>
  PREFIX.length + group.length + writeLeft(entries).join(" ").length;

/** By name: a group that is too long for one value goes on in the next. */
function valuesOf(left: Left): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [group, entries] of left) {
    let part = 0;
    let text = "";
    const name = () => `${PREFIX}${group}${part === 0 ? "" : `~${String(part).padStart(3, "0")}`}`;
    for (const entry of writeLeft(entries)) {
      if (text.length + entry.length + 1 > MOST_A_VALUE) {
        values.set(name(), text);
        part++;
        text = "";
      }
      text += (text === "" ? "" : " ") + entry;
    }
    if (text !== "") values.set(name(), text);
  }
  return values;
}
