import { type Arrived, arrivedCount } from "./killed";

/** Writes that the script has made and the workbook has not seen yet (ADR-12). */
export interface WriteBuffer {
  readonly push: (write: () => void) => void;
  /** Notes a change that is carried out at once here, and that Google commits with the writes around it. */
  readonly touch: () => void;
  /** Carries out all writes before such a change. */
  readonly change: () => void;
  /** Carries out all of them, in order. A write that throws stops there, and the following ones are lost. */
  readonly flush: () => void;
  /** Ends the buffer of a killed execution: the chosen prefix is carried out, the rest never is. */
  readonly settle: (arrived: Arrived) => void;
}

/** `onCommit` is called each time that anything is committed. */
export const writeBuffer = (onCommit: () => void): WriteBuffer => {
  let queue: (() => void)[] = [];
  let isTouched = false;
  const take = (): readonly (() => void)[] => {
    const taken = queue;
    queue = [];
    return taken;
  };
  return {
    push: (write) => void queue.push(write),
    touch: () => {
      isTouched = true;
    },
    change: () => {
      isTouched = true;
      for (const write of take()) write();
    },
    flush: () => {
      if (queue.length === 0 && !isTouched) return;
      isTouched = false;
      onCommit();
      for (const write of take()) write();
    },
    settle: (arrived) => {
      const taken = take();
      for (const write of taken.slice(0, arrivedCount(arrived, taken.length))) write();
    },
  };
};
