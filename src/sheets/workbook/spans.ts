/** A run of consecutive numbers, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** The runs of consecutive numbers, in order. */
export function spansOf(numbers: Iterable<number>): readonly Span[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const spans: { first: number; last: number }[] = [];
  for (const number of sorted) {
    const last = spans[spans.length - 1];
    if (last && number === last.last + 1) last.last = number;
    else spans.push({ first: number, last: number });
  }
  return spans;
}

/** The span around all numbers; undefined where there are none. */
export function boundingSpan(numbers: Iterable<number>): Span | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const number of numbers) {
    if (number < first) first = number;
    if (number > last) last = number;
  }
  return first > last ? undefined : { first, last };
}

export const lengthOf = ({ first, last }: Span): number => last - first + 1;
