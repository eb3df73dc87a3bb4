/** A promise that is settled from the start; its handlers are called at once. */
export interface Settled {
  readonly kept: boolean;
  readonly outcome: unknown;
  then(onKept?: Handler | null, onBroken?: Handler | null): Settled;
  catch(onBroken: Handler): Settled;
}
type Handler = (value: unknown) => unknown;
type Executor = (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => void;

export const LATE = "A rule may not wait: a fact or an operator answers later instead of at once.";

export const isSettled = (value: unknown): value is Settled =>
  typeof value === "object" && value !== null && (value as Settled).then === then;

const isThenable = (value: unknown): boolean =>
  (typeof value === "object" || typeof value === "function") &&
  value !== null &&
  typeof (value as { then?: unknown }).then === "function";

function then(this: Settled, onKept?: Handler | null, onBroken?: Handler | null): Settled {
  const handler = this.kept ? onKept : onBroken;
  if (!handler) return this;
  try {
    return resolve(handler(this.outcome));
  } catch (error) {
    return reject(error);
  }
}
function otherwise(this: Settled, onBroken: Handler): Settled {
  return this.then(null, onBroken);
}

function settled(kept: boolean, outcome: unknown): Settled {
  return { kept, outcome, then, catch: otherwise };
}

function resolve(value?: unknown): Settled {
  if (isSettled(value)) return value;
  return isThenable(value) ? reject(new Error(LATE)) : settled(true, value);
}
const reject = (reason: unknown): Settled => settled(false, reason);

function all(values: Iterable<unknown>): Settled {
  const outcomes: unknown[] = [];
  for (const value of values) {
    const each = resolve(value);
    if (!each.kept) return each;
    outcomes.push(each.outcome);
  }
  return settled(true, outcomes);
}

// Called with `new`: an object returned from a constructor is what `new` gives.
function StandIn(executor: Executor): Settled {
  let first: Settled | undefined;
  const settle = (value: Settled) => {
    first ??= value;
  };
  try {
    executor(
      (value) => settle(resolve(value)),
      (reason) => settle(reject(reason)),
    );
  } catch (error) {
    settle(reject(error));
  }
  return first ?? reject(new Error(LATE));
}
/**
 * Stands in for `Promise` inside json-rules-engine, bound there when the program is built (`scripts/bind-promise.cjs`), so
 * that no built-in is replaced (REFUSAL-4). It settles synchronously and refuses what would answer later.
 */
export const SettledPromise = Object.assign(StandIn, { resolve, reject, all });
