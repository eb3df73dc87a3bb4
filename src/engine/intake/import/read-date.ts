import { type Day, dayOfParts, parseDay } from "../../kernel/day";
import type { DateCell } from "../../kernel/fields";

/** Whether `03/04/2026` is the 3rd of April or March 4th; "unknown" where nothing in the file tells. */
export type SlashOrder = "day first" | "month first" | "unknown";

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/;

/** Tells the order from the values above twelve among all dates of a file. */
export function slashOrderOf(texts: readonly string[]): SlashOrder {
  const pairs = texts.flatMap((text) => {
    const match = SLASHED.exec(text.trim());
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  const dayFirst = pairs.some(([first]) => first > 12);
  const monthFirst = pairs.some(([, second]) => second > 12);
  if (dayFirst === monthFirst) return "unknown";
  return dayFirst ? "day first" : "month first";
}

/** A date in a file: ISO with or without a time, `31.12.2026`, or with slashes where their order is known. */
export function readDate(text: string, order: SlashOrder): DateCell | undefined {
  const [date = "", time = ""] = text.trim().split(/[T ]/);
  const day = readDay(date, order);
  const clock = /^(\d{2}):(\d{2})(?::(\d{2}))?/.exec(time);
  if (!day) return undefined;
  const shown = clock ? `${clock[1]}:${clock[2]}:${clock[3] ?? "00"}` : "";
  return { day, time: shown === "00:00:00" ? "" : shown };
}

function readDay(date: string, order: SlashOrder): Day | undefined {
  const iso = parseDay(date);
  if (iso) return iso;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(date);
  if (dotted) return dayOfParts(dotted[3], dotted[2], dotted[1]);
  const slashed = SLASHED.exec(date);
  if (!slashed || slashed[0] !== date || order === "unknown") return undefined;
  return order === "day first"
    ? dayOfParts(slashed[3], slashed[2], slashed[1])
    : dayOfParts(slashed[3], slashed[1], slashed[2]);
}
