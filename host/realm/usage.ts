/** What an execution cost; cells are counted where they cross the border, ms are real time. */
export interface Usage {
  readonly calls: Readonly<Record<string, number>>;
  /** Calls that read cells or notes, and commits of what was written since the last one (PLATFORM-51a). */
  readonly roundTrips: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  /** Of the texts in those cells, both ways. */
  readonly characters: number;
  readonly ms: number;
}

export const noUsage: Usage = {
  calls: {},
  roundTrips: 0,
  cellsRead: 0,
  cellsWritten: 0,
  characters: 0,
  ms: 0,
};

/** What a call moved. */
export interface Moved {
  readonly read?: number;
  readonly written?: number;
  readonly characters?: number;
}

/** The sum of two usages. */
export const addUsage = (one: Usage, two: Usage): Usage => {
  const calls = { ...one.calls };
  for (const [call, count] of Object.entries(two.calls)) calls[call] = (calls[call] ?? 0) + count;
  return {
    calls,
    roundTrips: one.roundTrips + two.roundTrips,
    cellsRead: one.cellsRead + two.cellsRead,
    cellsWritten: one.cellsWritten + two.cellsWritten,
    characters: one.characters + two.characters,
    ms: one.ms + two.ms,
  };
};

/** Counts the service calls of one execution. */
export const usageCounter = () => {
  const calls: Record<string, number> = {};
  const startedAt = performance.now();
  let [roundTrips, cellsRead, cellsWritten, characters, number] = [0, 0, 0, 0, 0];
  return {
    /** Counts a call and returns its number, from 1. */
    call: (name: string): number => {
      calls[name] = (calls[name] ?? 0) + 1;
      number += 1;
      return number;
    },
    trip: (): void => {
      roundTrips += 1;
    },
    moved: (moved: Moved): void => {
      cellsRead += moved.read ?? 0;
      cellsWritten += moved.written ?? 0;
      characters += moved.characters ?? 0;
    },
    total: (): Usage => ({
      calls: { ...calls },
      roundTrips,
      cellsRead,
      cellsWritten,
      characters,
      ms: performance.now() - startedAt,
    }),
  };
};
