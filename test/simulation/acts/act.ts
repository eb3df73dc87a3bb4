import type { Life } from "../life";

/** One thing that a person does, with dice; it may find nothing to do. */
export type Act = (life: Life) => unknown;
/** Acts with how often they come, relative to each other. */
export type Acts = readonly (readonly [weight: number, act: Act])[];

/** Draws one of them by its weight. */
export function drawAct({ dice }: Life, acts: Acts): Act {
  let at = dice.below(acts.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, act] of acts) {
    at -= weight;
    if (at < 0) return act;
  }
  throw new RangeError("There is no act.");
}
