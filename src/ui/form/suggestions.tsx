import { useEffect } from "preact/hooks";
import type { FormField, Output } from "../../engine/contract/contract";
import { call } from "../state/call";
import { createStore, useStore } from "../state/store";

type InUse = Output<"words-in-use">;

/** What the program uses, read once while the page is open; undefined until it is there. */
const inUse = createStore<InUse | undefined>(undefined);
let isAsked = false;
async function readInUse(): Promise<void> {
  if (isAsked) return;
  isAsked = true;
  const reply = await call("words-in-use", {});
  if (reply.ok) inUse.set(reply.output);
  isAsked = reply.ok;
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
