import { cellWords } from "../../src/engine/kernel/cell-words";
import type { Message } from "../../src/engine/kernel/message";

/** Data of the engine with every sentence in it as words. */
export type Worded<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Message
    ? string
    : { readonly [K in keyof T]: Worded<T[K]> };

const isMessage = (value: object): value is Message => "code" in value && "values" in value;

/** What the engine says, with every sentence in it as a cell of the sheet says it. */
export function worded<T>(said: T): Worded<T> {
  if (typeof said !== "object" || said === null) return said as Worded<T>;
  if (Array.isArray(said)) return said.map(worded) as Worded<T>;
  if (isMessage(said)) return cellWords(said) as Worded<T>;
  const parts = Object.entries(said).map(([name, value]) => [name, worded(value)]);
  return Object.fromEntries(parts) as Worded<T>;
}
