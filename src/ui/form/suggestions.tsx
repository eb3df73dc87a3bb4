import { useEffect } from "preact/hooks";
import type { FormField, Output } from "../../engine/contract/contract";
import { call } from "../state/call";
import { countChanges } from "../state/elsewhere";
import { createStore, useStore } from "../state/store";

type InUse = Output<"words-in-use">;

/** What the program uses; undefined until it is there. It outlives the screens. */
const inUse = createStore<InUse | undefined>(undefined);
/** A colleague, or the person in the sheet, may have typed others by then, in milliseconds. */
const FRESH_FOR = 60_000;
let readAt = Number.NEGATIVE_INFINITY;
let changesSeen = -1;

/** Reads what is in use when a list first shows it, and again once that may be out of date. */
async function readInUse(): Promise<void> {
  const before = [readAt, changesSeen] as const;
  if (changesSeen === countChanges() && Date.now() - readAt < FRESH_FOR) return;
  readAt = Date.now();
  changesSeen = countChanges();
  const reply = await call("words-in-use", {});
  if (reply.ok) inUse.set(reply.output);
  else [readAt, changesSeen] = before;
}

/** All currencies that the browser knows, after those in use. */
const allCurrencies = (): readonly string[] =>
  (Intl as { supportedValuesOf?: (key: "currency") => string[] }).supportedValuesOf?.("currency") ??
  [];

/** What a field is picked from, if it is one of such words: a currency, or a group of partners. */
export const suggestionsOf = ({ id, kind }: FormField): keyof InUse | undefined =>
  kind === "currency" ? "currencies" : id === "group" && kind === "text" ? "groups" : undefined;

/** The pick-list of a field: what is in use comes first; anything else may be typed. */
export function Suggestions({ id, of }: { readonly id: string; readonly of: keyof InUse }) {
  const known = useStore(inUse);
  useEffect(() => void readInUse(), []);
  const others = of === "currencies" ? allCurrencies() : [];
  return (
    <datalist id={id}>
      {[...new Set<string>([...(known?.[of] ?? []), ...others])].map((word) => (
        <option key={word} value={word} />
      ))}
    </datalist>
  );
}
