/** Where an arrow key, Home or End leads in a list of so many items, from one of them; undefined for other keys. */
export function stepTo(key: string, at: number, count: number): number | undefined {
  if (key === "ArrowDown") return at + 1;
  if (key === "ArrowUp") return at - 1;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return undefined;
}
