/** What may cross between host and realm: primitives, and arrays of them; nothing that has a prototype to climb. */
export type Plain = string | number | boolean | null | undefined | readonly Plain[];

/** The functions of the main realm that in-realm code holds in a closure and never passes on. */
export interface Bridge {
  /** Passes the gate; throws when the execution is dead, forbidden or over its time. */
  readonly gate: (call: string) => void;
  /** Asks the host's half of a service to do something; ungated, since methods are gated. */
  readonly ask: (op: string, ...args: readonly Plain[]) => Plain;
  /** Virtual time in ms since 1970. */
  readonly now: () => number;
}
