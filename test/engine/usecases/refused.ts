import { asRefusal, type DomainError } from "../../../src/engine/kernel/problem";

/** The refusal of an act, with its problems. Throws where it was not refused. */
export function refused(attempt: () => unknown): DomainError {
  try {
    attempt();
  } catch (thrown) {
    const refusal = asRefusal(thrown);
    if (refusal) return refusal;
    throw thrown;
  }
  throw new Error("It was not refused.");
}
