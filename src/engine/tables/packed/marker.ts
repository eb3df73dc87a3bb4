import { type Day, parseDay } from "../../kernel/day";
import type { Key } from "../../kernel/keys";

/** What a judged row carries: its own key, the day it was judged, its number, and the triggers that acted (product.md §2). */
export interface Marker {
  readonly key: Key;
  readonly day: Day;
  readonly number: number;
  readonly acted: readonly Key[];
}

const SEPARATOR = " | ";
const TAIL = /^(\S+) \| #(\d+) \|(.*)$/;

// A team may type keys with commas and bars in them.
const escaped = (key: Key): string =>
  key.replace(/[%,|]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
const unescaped = (text: string): Key =>
  text.replace(/%(25|2c|7c)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

export function printMarker({ key, day, number, acted }: Marker): string {
  return [key, day, `#${number}`, acted.map(escaped).join(", ")].join(SEPARATOR).trimEnd();
}

/** The marker in a row's cell, or undefined where it is blank, torn, or names another row (a copied one). */
export function readMarker(text: string | null, key: Key): Marker | undefined {
  if (!text?.startsWith(`${key} | `)) return undefined;
  const parts = TAIL.exec(text.slice(key.length + SEPARATOR.length));
  const day = parseDay(parts?.[1] ?? "");
  if (!parts || !day) return undefined;
  const acted = (parts[3] ?? "").split(",").flatMap((each) => unescaped(each.trim()) || []);
  return { key, day, number: Number(parts[2]), acted };
}

/** The key that a marker names, whichever row it stands in; undefined where there is no marker. */
export const keyInMarker = (text: string | null): Key | undefined =>
  /^(.+) \| \d{4}-\d{2}-\d{2} \| #\d+ \|/.exec(text ?? "")?.[1];
