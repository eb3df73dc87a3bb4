import { firstChange } from "./first-change";
import type { Life } from "./life";

/** All cells of the program's and the team's, or those of one tab, by place. */
const cells = ({ host }: Life, tab: string | undefined): string =>
  JSON.stringify(
    host.workbook.sheets
      .filter(({ name }) => name !== "Activity" && name !== "Settings" && !name.startsWith("_"))
      .filter(({ name }) => tab === undefined || name === tab)
      .map(({ name, rows }) => [name, rows.map((row) => row?.cells ?? [])]),
  );

/**
 * Does something while a tab can't be read; says where cells were changed by it: of all tabs, or of the one that an act
 * would have to read.
 */
export async function unchanged(
  life: Life,
  what: string,
  tab: string | undefined,
  work: () => unknown,
): Promise<void> {
  const before = cells(life, tab);
  await work();
  const after = cells(life, tab);
  if (after === before) return;
  life.outrages.push(`${what}, and this was changed: ${firstChange(before, after)}`);
}
