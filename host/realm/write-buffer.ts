import { type Arrived, arrivedCount } from "./killed";

/** Writes that the script has made and the workbook has not seen yet (ADR-12). */
export interface WriteBuffer {
  readonly push: (write: () => void) => void;
  /** Carries out all of them, in order. A write that throws stops there, and the following ones are lost. */
  readonly flush: () => void;
  /** Ends the buffer of a killed execution: the chosen prefix is carried out, the rest never is. */
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
