import { useEffect } from "preact/hooks";
import type { RecordTab } from "../../engine/vocabulary";
import { Button, IconButton } from "../parts/button";
import { useStore } from "../state/store";
import { activeRecord, look } from "./active-record";
import { open, type Place } from "./router";
import type { ScreenName } from "./screen";

/** What a record of each tab is called, and the screen that shows it. */
const shown = {
  partners: { noun: "Partner", screen: "partner" },
  customers: { noun: "Customer", screen: "record" },
  transactions: { noun: "Transaction", screen: "record" },
  rewards: { noun: "Reward", screen: "review" },
  drips: { noun: "Drip", screen: "drips" },
} as const satisfies {
  readonly [T in RecordTab]: { readonly noun: string; readonly screen: ScreenName };
};

/** Offers the record in whose row the person is, and the way to look again. */
export function ContextBar({ place }: { readonly place: Place }) {
  const { record, hasStopped } = useStore(activeRecord);
  useEffect(() => void look(), []);
  const again = (
    <IconButton icon="reload" label="Look at the selected cell again" onClick={() => void look()} />
  );
  if (hasStopped) {
    return (
      <section class="context" aria-label="Selected record">
        <p class="grow">The selected cell is not followed just now.</p>
        {again}
      </section>
    );
  }
  if (!record) return null;
  const { noun, screen } = shown[record.table];
  const isHere = place.screen === screen && place.about === record.key;
  return (
    <section class="context" aria-label="Selected record">
      <p class="grow cut">
        {noun} <b>{record.key}</b>
      </p>
      {!isHere && (
        <Button
          look="text"
          label={`Open ${noun.toLowerCase()} ${record.key}`}
          onClick={() => open({ screen, about: record.key })}
        >
          Open
        </Button>
      )}
      {again}
    </section>
  );
}
