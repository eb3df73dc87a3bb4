/** How much of what was written and not yet flushed is carried out when an execution is killed. */
export type Arrived = "none" | "some" | "all" | number;

/** Google's text when an execution runs too long (PLATFORM-68). */
export const timeIsUp = "Exceeded maximum execution time";

/** The error of an execution that was killed: nothing it did afterwards can be seen. */
export class Killed extends Error {
  override readonly name = "Killed";
  /** undefined means the host's default. */
  readonly arrived: Arrived | undefined;
  constructor(message: string, arrived?: Arrived) {
    super(message);
    this.arrived = arrived;
  }
}

/** The error to throw from a hook to kill the execution with this much of its writes carried out. */
export const kill = (arrived?: Arrived, message = "Killed by the test"): Killed =>
  new Killed(message, arrived);

/** What a hook throws to have one call refused, as Google refuses it: the script can catch that. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** The error to throw from a hook so that this call alone fails, with this text of Google's. */
export const refuse = (message = "Refused by the test"): Refused => new Refused(message);

const isArrived = (value: unknown): value is Arrived =>
  value === "none" || value === "some" || value === "all" || Number.isInteger(value);

/** The kill that an error thrown from a hook asks for. */
export const killOf = (thrown: unknown): Killed => {
  if (thrown instanceof Killed) return thrown;
  const arrived = (thrown as { readonly arrived?: unknown } | null)?.arrived;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Killed(message, isArrived(arrived) ? arrived : undefined);
};

/** The number of queued writes that are carried out: "some" is half, at least one if there is any. */
export const arrivedCount = (arrived: Arrived, queued: number): number => {
  switch (arrived) {
    case "none":
      return 0;
    case "all":
      return queued;
    case "some":
      return Math.min(queued, Math.max(1, Math.floor(queued / 2)));
    default:
      return Math.min(queued, Math.max(0, arrived));
  }
};
