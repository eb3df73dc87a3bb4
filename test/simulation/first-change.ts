/** What stands around the first place in which two texts differ. */
export function firstChange(before: string, after: string): string {
  let at = 0;
  while (before[at] === after[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 150), at + 50);
  return `${around(before)} to ${around(after)}`;
}
