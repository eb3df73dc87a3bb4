import { useEffect, useState } from "preact/hooks";
import type { RecordTab } from "../../engine/kernel/vocabulary";
import { Button, IconButton } from "../parts/button";
import { openReward } from "../rewards/opened-reward";
import { useStore } from "../state/store";
import { activeRecord, checkActiveRecord, followReturns } from "./active-record";
import { EventPanel } from "./event-panel";
import { open } from "./router";
import type { Place, ScreenName } from "./screen";

/** The word for a record of each tab, and the screen that shows it; the others open a panel. */
const shownIn: {
  readonly [T in RecordTab]: { readonly noun: string; readonly screen?: ScreenName };
} = {
  partners: { noun: "Partner", screen: "partner" },
  customers: { noun: "Customer" },
  transactions: { noun: "Transaction" },
  rewards: { noun: "Reward" },
  drips: { noun: "Drip", screen: "drip" },
};

/** Offers to open the record of the selected row, and to check the selection again. */
export function ContextBar({ place }: { readonly place: Place }) {
  const { record, hasStopped } = useStore(activeRecord);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    followReturns();
    void checkActiveRecord();
  }, []);
  if (!record && !hasStopped) return null;
  const { noun, screen } = record ? shownIn[record.table] : { noun: "" };
  const about = record?.key ?? "";
  const isHere = place.screen === screen && place.about === about;
  return (
    <section class="context" aria-label="Selected record">
      <p class="grow">
        {hasStopped ? (
          "Not following the selected cell right now."
        ) : (
          <>
            {noun} <b>{about}</b>
          </>
        )}
      </p>
      {!hasStopped && !isHere && (
        <Button
          look="text"
          label={`Open ${noun.toLowerCase()} ${about}`}
          onClick={() => {
            if (screen) open({ screen, about });
            else if (record?.table === "rewards") openReward(about);
            else setOpen(true);
          }}
        >
          Open
        </Button>
      )}
      <IconButton
        icon="reload"
        label="Check the selected cell again"
        onClick={() => void checkActiveRecord()}
      />
      {isOpen && record && (
        <EventPanel record={record} noun={noun} onClose={() => setOpen(false)} />
      )}
    </section>
  );
}
