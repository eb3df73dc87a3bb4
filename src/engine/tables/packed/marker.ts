import { addDays, type Day } from "../../kernel/day";
import type { Key } from "../../kernel/keys";
import { packed } from "./packed";
import { day, flag, integer, list, optional, record, type Shaped, typedKey } from "./shape";

const marker = record({
  key: typedKey,
  day,
  number: integer,
  acted: list(typedKey),
  /** Set-up found the row: it was there before the program, so it is counted and was never an event. */
  found: flag,
  /** The last day lived before the run that judged it; null for the day before `day`. */
  since: optional(day),
});
/** What a judged row carries: its own key, the day it was judged, its number, and the triggers that acted. */
export type Marker = Shaped<typeof marker>;

/** Before version 1: "trx_1 | 2026-03-10 | #3 | trg_1, trg_2"; a comma, bar or percent sign in a trigger's key as %2c, %7c, %25. */
export const markerField = packed(1, marker, (text) => {
  const [, key, day, number, acted = ""] = EARLIER.exec(text) ?? [];
  const keys = acted.split(",").flatMap((each) => unescaped(each.trim()) || []);
  return { key, day, number: Number(number), acted: keys, found: false, since: null };
});
const EARLIER = /^(.+) \| (\d{4}-\d{2}-\d{2}) \| #(\d+) \|(.*)$/;
const unescaped = (text: string): Key =>
  text.replace(/%(25|2c|7c)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The marker of a row that was there before the program, or that came back and is no event. */
export const foundMarker = (key: Key, day: Day): Marker => ({
  key,
  day,
  number: 1,
  acted: [],
  found: true,
  since: null,
});

/** The marker that a run gives a row on its day, `lived` being the last day lived before it: an event's, or a refund's. */
export const markerOn = (
  key: Key,
  day: Day,
  lived: Day,
  { number, acted }: Pick<Marker, "number" | "acted"> = { number: 0, acted: [] },
): Marker => ({
  key,
  day,
  number,
  acted,
  found: false,
  // Not kept where runs are daily.
  since: lived === addDays(day, -1) ? null : lived,
});

/** The last day lived before the run that gave the marker. */
export const livedBefore = ({ day, since }: Marker): Day => since ?? addDays(day, -1);

/** The row's marker; undefined where it has none of its own: one that names another row came with a copy. */
export const markerOf = ({
  key,
  judged,
}: {
  readonly key: Key;
  readonly judged: Marker | null;
}): Marker | undefined => (judged?.key === key ? judged : undefined);
