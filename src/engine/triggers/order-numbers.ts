const STEP = 10;
const MOST = 1_000_000;

/**
 * Rising numbers for triggers that are to stand in this sequence, from those that they have: as few change as can
 * be, since a change of a cell is a new version (TRIG-18). Where no whole number is free between two, all
 * are numbered again by tens.
 */
export function orderNumbers(present: readonly number[]): readonly number[] {
  const kept = longestRising(present);
  const numbers: number[] = [];
  for (let at = 0; at < present.length; ) {
    if (kept.has(at)) {
      numbers.push(present[at++] as number);
      continue;
    }
    let next = at;
    while (next < present.length && !kept.has(next)) next++;
    const low = numbers[at - 1] ?? -1;
    const high = present[next] ?? Math.min(low + STEP * (next - at + 1), MOST + 1);
    const step = (high - low) / (next - at + 1);
    if (step < 1) return present.map((_, i) => (i + 1) * STEP);
    for (let i = 1; at < next; at++, i++) numbers.push(low + Math.floor(step * i));
  }
  return numbers;
}

/** The places of a longest run of numbers that rise. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const lengths: number[] = [];
  const before: number[] = [];
  let last = -1;
  numbers.forEach((number, at) => {
    lengths[at] = 1;
    before[at] = -1;
    for (let i = 0; i < at; i++) {
      if ((numbers[i] as number) < number && (lengths[i] as number) >= (lengths[at] as number)) {
        lengths[at] = (lengths[i] as number) + 1;
        before[at] = i;
      }
    }
    if (last === -1 || (lengths[at] as number) > (lengths[last] as number)) last = at;
  });
  const kept = new Set<number>();
  for (let at = last; at >= 0; at = before[at] as number) kept.add(at);
  return kept;
}
