import { cellWords } from "../engine/kernel/cell-words";
import { clip } from "../engine/kernel/cells";
import type { Refused } from "../engine/kernel/env";
import { unlessRefused } from "./workbook/refusal";

/** What Google refuses, as it was last told; kept beside the sheets, where the sidebar's first screen finds it. */
const PROPERTY = "tributary refused";
/** The most problems that are told; with their texts they fit a property. */
const MOST_TOLD = 5;

const none: Refused = { problems: [], isHeld: false };

export function readTold(): Refused {
  const text = PropertiesService.getDocumentProperties().getProperty(PROPERTY);
  return text === null ? none : (JSON.parse(text) as Refused);
}

/** Tells what Google refuses now; whether there is anything, and it is not what was told before. */
export function tell(before: Refused, { problems, isHeld }: Refused): boolean {
  const short = problems.slice(0, MOST_TOLD).map(({ code, at, message }) => ({
    code,
    at: { ...at, ...(at.row === undefined ? {} : { row: clip(at.row, 100) }) },
    message: clip(cellWords(message), 500),
  }));
  const now = JSON.stringify({ problems: short, isHeld } satisfies Refused);
  if (now === JSON.stringify(before)) return false;
  unlessRefused(() => {
    const properties = PropertiesService.getDocumentProperties();
    if (problems.length > 0) properties.setProperty(PROPERTY, now);
    else properties.deleteProperty(PROPERTY);
  });
  return problems.length > 0;
}
