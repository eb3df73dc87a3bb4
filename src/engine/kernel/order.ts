type Text = string | number;
/** Where a row stands, by what compares; texts stand as their characters do. */
export type Place<R> = ((row: R) => Text) | { readonly down: (row: R) => Text };

/** A place by which the highest comes first. */
export const down = <R>(of: (row: R) => Text): Place<R> => ({ down: of });

/** The rows sorted by the first of these places that tells two apart; each is asked for once a row. */
export function sortBy<R>(rows: Iterable<R>, ...places: readonly Place<R>[]): R[] {
  const of = places.map((place) => (typeof place === "function" ? place : place.down));
  const turns = places.map((place) => (typeof place === "function" ? 1 : -1));
  const placed = Array.from(rows, (row) => ({ row, at: of.map((each) => each(row)) }));
  placed.sort((a, b) => {
    const first = a.at.findIndex((place, i) => place !== b.at[i]);
    const [x, y] = [a.at[first] as Text, b.at[first] as Text];
    return first === -1 ? 0 : (x < y ? -1 : 1) * (turns[first] as number);
  });
  return placed.map(({ row }) => row);
}

/** The place of whatever has a key. */
export const ownKey = ({ key }: { readonly key: string }): string => key;
