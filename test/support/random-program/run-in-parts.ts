import fc from "fast-check";
import { runKey } from "../../../src/engine/kernel/keys";
import { apply } from "../../../src/engine/program/changeset";
import type { Program } from "../../../src/engine/program/program";
import { begin } from "../../../src/engine/program/work";
import { doRunPart } from "../../../src/engine/run/steps";
import { envOn } from "../program";

/** How many rows and occurrences a run's parts live, one after the other, and whether it is cut off after a part. */
export interface Parts {
  readonly sizes: readonly number[];
  readonly cuts: readonly boolean[];
}
export const someParts: fc.Arbitrary<Parts> = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
  cuts: fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
});

/**
 * Runs a program in parts; cut off between two of them, the rest is left to the run of another day. The last run goes on
 * until it is done.
 */
export function runInParts(
  program: Program,
  day: string,
  { sizes, cuts }: Parts,
  isLast: boolean,
): Program {
  const env = envOn(day);
  const id = runKey(`${day} ${env.now.time}`, "daily");
  let now = program;
  for (let n = 0; ; n++) {
    const work = begin(now);
    const part = doRunPart(work, env, id, { atMost: sizes[n % sizes.length] as number });
    now = apply(now, work.changes());
    if (!part.lived.more || (!isLast && cuts[n % cuts.length])) return now;
  }
}
