import { useState } from "preact/hooks";
import { ArchivePanel } from "../archive/archive-panel";
import { UnarchivePanel } from "../archive/unarchive-panel";
import { Customers } from "../partner/customers";
import { EditPanel } from "../partner/edit-panel";
import { PartnerDrips, PartnerPayouts, PartnerRewards } from "../partner/lists";
import { PartnerPage } from "../partner/page";
import { PartnerHead } from "../partner/partner-head";
import { Statement } from "../partner/statement";
import { IconButton } from "../parts/button";
import { Chips } from "../parts/chips";
import { WhenLoaded } from "../parts/when-loaded";
import { ScreenFrame } from "../shell/screen-frame";
import { useNamedState } from "../state/store";
import { useLoad } from "../state/use-load";

const tabs = {
  rewards: { label: "Rewards", Tab: PartnerRewards },
  drips: { label: "Drips", Tab: PartnerDrips },
  customers: { label: "Customers", Tab: Customers },
  payouts: { label: "Payouts", Tab: PartnerPayouts },
  statement: { label: "Statement", Tab: Statement },
  page: { label: "Page", Tab: PartnerPage },
} as const;
type TabName = keyof typeof tabs;
const options = (Object.keys(tabs) as TabName[]).map((value) => ({
  value,
  label: tabs[value].label,
}));

/**
 * One partner: its details, what is owed, and its rewards, drips, customers, payouts and statement. It is edited and
 * archived here.
 */
export function Partner({ about }: { readonly about: string }) {
  const loaded = useLoad("show-partner", { partner: about });
  const { output: partner, isLoading, reload } = loaded;
  const [tab, setTab] = useNamedState<TabName>(`partner ${about}`, "rewards");
  const [isArchiving, setArchiving] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const { Tab } = tabs[tab];
  const record = { table: "partners", key: about, name: partner?.name ?? about } as const;
  const Panel = partner?.status === "archived" ? UnarchivePanel : ArchivePanel;
  return (
    <ScreenFrame
      title={partner?.name ?? "Partner"}
      beside={<IconButton icon="reload" label="Refresh" isOff={isLoading} onClick={reload} />}
    >
      <WhenLoaded loaded={loaded}>
        {(partner) => (
          <>
            <PartnerHead
              partner={partner}
              onEdit={() => setEditing(true)}
              onArchive={() => setArchiving(true)}
            />
            <Chips name="partner-tab" label="Show" options={options} value={tab} onValue={setTab} />
            <Tab partner={partner} />
          </>
        )}
      </WhenLoaded>
      {isEditing && partner && (
        <EditPanel partner={partner} onClose={() => setEditing(false)} onDone={reload} />
      )}
      {isArchiving && (
        <Panel
          record={record}
          onClose={() => setArchiving(false)}
          onDone={() => {
            setArchiving(false);
            reload();
          }}
        />
      )}
    </ScreenFrame>
  );
}
