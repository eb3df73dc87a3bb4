import { type Arrived, arrivedCount } from "./killed";

/** Writes that the script has made and the workbook has not yet seen (ADR-12). */
export interface WriteBuffer {
  readonly push: (write: () => void) => void;
  /** Brings all in, in order. A write that throws stops there, and what follows it is lost. */
  readonly flush: () => void;
  /** Ends the buffer of a killed execution: the chosen prefix arrives, the rest never does. */
  readonly settle: (arrived: Arrived) => void;
}

export const writeBuffer = (): WriteBuffer => {
  let queue: (() => void)[] = [];
  const take = (): readonly (() => void)[] => {
    const taken = queue;
    queue = [];
    return taken;
  };
  return {
    push: (write) => void queue.push(write),
    flush: () => {
      for (const write of take()) write();
    },
    settle: (arrived) => {
      const taken = take();
      for (const write of taken.slice(0, arrivedCount(arrived, taken.length))) write();
    },
  };
};
