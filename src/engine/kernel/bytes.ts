/** At most so many bytes takes a text as it is sent: a character beyond ASCII takes up to three. */
const bytesOf = (text: string): number =>
  text.length + 2 * (text.match(/[^\u0020-\u007e]/g)?.length ?? 0);

/**
 * As many of the rows, in their order, as fit into so many bytes of JSON, and at least one; each is shown only when its
 * turn comes. A reply stays under 100 kB by it, however long keys and names are.
 */
export function takeWhileFits<R, T>(
  rows: readonly R[],
  bytes: number,
  show: (row: R) => T,
): readonly T[] {
  const shown: T[] = [];
  let length = 0;
  for (const row of rows) {
    const line = show(row);
    length += bytesOf(JSON.stringify(line)) + 1;
    if (length > bytes && shown.length > 0) break;
    shown.push(line);
  }
  return shown;
}
