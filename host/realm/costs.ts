import type { Usage } from "./usage";

/** What services cost, in seconds. */
export interface Costs {
  /** An execution that does nothing. */
  readonly start: number;
  /** A call that reads cells or notes, or a commit of what was written, whatever their number. */
  readonly trip: number;
  /** A cell read, and a cell written. */
  readonly read: number;
  readonly written: number;
}

/** What was published (PLATFORM-56a). What *Check this installation* measures somewhere may replace it. */
export const publishedCosts: Costs = { start: 0.6, trip: 0.25, read: 8.5e-6, written: 40e-6 };

type Moved = Pick<Usage, "roundTrips" | "cellsRead" | "cellsWritten">;

/** About how many seconds an execution that moves so much takes on Google. */
export const secondsOf = (
  { roundTrips, cellsRead, cellsWritten }: Moved,
  { start, trip, read, written }: Costs,
): number => start + trip * roundTrips + read * cellsRead + written * cellsWritten;

const UNIT = 1e6;
const numberIn = (text: string, pattern: RegExp): number | undefined => {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
};

/**
 * Costs from the line of that name in the result of *Check this installation*: "0.31 s a round trip, 9 µs a cell read, 35 µs a
 * cell written". Throws where it says no such thing.
 */
export function readCosts(text: string): Costs {
  const trip = numberIn(text, /([\d.e+-]+) s a round trip/);
  const read = numberIn(text, /([\d.e+-]+) µs a cell read/);
  const written = numberIn(text, /([\d.e+-]+) µs a cell written/);
  if (![trip, read, written].every(Number.isFinite)) {
    throw new Error(
      `“${text}” is no line of costs: copy it from the result of “Check this installation”.`,
    );
  }
  const { start } = publishedCosts;
  return { start, trip: Number(trip), read: Number(read) / UNIT, written: Number(written) / UNIT };
}
