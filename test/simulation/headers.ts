import { tables } from "../../src/engine/tables";
import { ask, type Life } from "./life";

/** Every column of the program's, but for what people set up and what is logged. */
export const places = Object.values(tables)
  .filter(({ sheet }) => sheet !== "Activity" && sheet !== "Settings")
  .flatMap(({ sheet, columns }) => Object.values(columns).map(({ header }) => ({ sheet, header })));

/** Types over a header, at whatever moment; how it is fixed afterwards, by set-up or by hand. */
export function renameInMidRun(life: Life): () => Promise<void> {
  const { dice, host } = life;
  const { sheet, header } = dice.of(places);
  const name = `${header} (old)`;
  if (!isThere(life, sheet, header)) return async () => undefined;
  host.renameColumn(sheet, header, name);
  life.isTabBroken = true;
  return async () => {
    if (dice.chance(0.5)) await ask(life, "set-up", {});
    // Set-up may have been refused.
    if (isThere(life, sheet, name)) host.renameColumn(sheet, name, header);
    life.isTabBroken = false;
  };
}

/** Whether a header stands on a tab. */
export const isThere = ({ host: { workbook } }: Life, tab: string, header: string): boolean =>
  workbook.sheets.some(({ name, rows }) => name === tab && rows[0]?.cells.includes(header));
