import type { WireRows } from "../../wire";

/** Rows are fetched in blocks of this many. */
const block = 200;

export type Windows = {
  /** Makes sure that the rows between two 0-based places show what the server has now. */
  readonly need: (sheet: number, from: number, to: number) => void;
  /** Whether rows between two 0-based places have been fetched. */
  readonly has: (sheet: number, from: number, to: number) => boolean;
  /** Forgets everything, since the grid was created again. */
  readonly reset: () => void;
};

type Source = {
  readonly version: () => number;
  readonly fetch: (sheet: number, from: number, count: number) => Promise<WireRows>;
  readonly show: (sheet: number, from: number, count: number, rows: WireRows) => void;
  readonly failed: (thrown: unknown) => void;
};

/**
 * Fetches what is in view, and again when the workbook has changed since. A sheet of 100,000 rows
 * opens with its first blocks; the others come when they are scrolled to.
 */
export function createWindows(source: Source): Windows {
  let shown = new Map<string, number>();
  const running = new Set<string>();
  const need = (sheet: number, from: number, to: number): void => {
    const [first, last] = [
      Math.floor(Math.max(0, from) / block),
      Math.floor(Math.max(0, to) / block),
    ];
    for (let at = first; at <= last; at += 1) load(sheet, at);
  };
  const load = async (sheet: number, at: number): Promise<void> => {
    const key = `${sheet} ${at}`;
    if (running.has(key) || (shown.get(key) ?? -1) >= source.version()) return;
    const before = shown;
    running.add(key);
    try {
      const rows = await source.fetch(sheet, at * block, block);
      if (before === shown) {
        shown.set(key, rows.version);
        source.show(sheet, at * block, block, rows);
      }
    } catch (thrown) {
      source.failed(thrown);
      return;
    } finally {
      running.delete(key);
    }
    await load(sheet, at);
  };
  return {
    need,
    has: (sheet, from, to) => {
      for (let at = Math.floor(from / block); at <= Math.floor(to / block); at += 1)
        if (!shown.has(`${sheet} ${at}`)) return false;
      return true;
    },
    reset: () => {
      shown = new Map();
    },
  };
}
