import { tables } from "../../src/engine/tables";
import type { Life } from "./life";

/** The tabs that a person may delete by mistake. */
export const tabs = Object.values(tables).map(({ sheet }) => sheet);

/** Deletes a tab; gives back what undoes that, in the same window: the tab as it was, and nothing else. */
export function deleteTab(life: Life, tab: string): () => void {
  const { workbook } = life.host;
  const at = workbook.sheets.findIndex(({ name }) => name === tab);
  const sheet = workbook.sheets[at];
  if (!sheet) throw new Error(`There is no tab ${tab}.`);
  const { namedRanges, metadata } = workbook;
  const isOfIt = ({ sheetId }: { readonly sheetId?: number }) => sheetId === sheet.id;
  const ranges = namedRanges.filter(isOfIt);
  const marks = metadata.filter(({ place }) => isOfIt(place as { readonly sheetId?: number }));
  life.host.deleteSheet(tab);
  life.isTabBroken = true;
  return () => {
    life.host.act(() => {
      workbook.sheets.splice(at, 0, sheet);
      workbook.namedRanges.push(...ranges);
      workbook.metadata.push(...marks);
      workbook.version++;
    });
    life.isTabBroken = false;
  };
}
