/** Rows by what they have in common, each group in their order, the groups in that of their first rows. */
export function groupBy<R, K>(rows: Iterable<R>, of: (row: R) => K): Map<K, R[]> {
  const groups = new Map<K, R[]>();
  for (const row of rows) {
    const key = of(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** The sum of rows' amounts, or of what each comes to by `of`. */
export function sumOf(rows: readonly { readonly amount: number }[]): number;
export function sumOf<R>(rows: readonly R[], of: (row: R) => number): number;
export function sumOf<R>(rows: readonly R[], of = (row: R) => (row as { amount: number }).amount) {
  return rows.reduce((sum, row) => sum + of(row), 0);
}
