import { type Day, parseDay } from "./day";
import type { Key } from "./keys";

/** What a judged row carries: its own key, the day it was judged, its number, and the triggers that acted (product.md §2). */
export interface Marker {
  readonly key: Key;
  readonly day: Day;
  readonly number: number;
  readonly acted: readonly Key[];
}

const SEPARATOR = " | ";

export function printMarker({ key, day, number, acted }: Marker): string {
  return [key, day, `#${number}`, acted.join(", ")].join(SEPARATOR).trimEnd();
}

/** The marker in a row's cell, or undefined where it is blank, torn, or names another row (a copied one). */
export function readMarker(text: string | null, key: Key): Marker | undefined {
  if (!text?.startsWith(`${key} | `)) return undefined;
  const [date = "", number = "", acted = ""] = text
    .slice(key.length + SEPARATOR.length)
    .split(" |");
  const day = parseDay(date.trim());
  const parsed = /^\s*#(\d+)$/.exec(number);
  if (!day || !parsed) return undefined;
  const names = acted.split(",").map((each) => each.trim());
  return { key, day, number: Number(parsed[1]), acted: names.filter((each) => each !== "") };
}
