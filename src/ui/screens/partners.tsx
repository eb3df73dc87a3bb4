import { useEffect, useMemo, useState } from "preact/hooks";
import { findIn } from "../../engine/usecases/find-by-text";
import { MailAllPanel } from "../partners/mail-all-panel";
import { partnerIndex, readPartners } from "../partners/partner-index";
import { PartnerRow } from "../partners/partner-row";
import { Button, IconButton } from "../parts/button";
import { Empty } from "../parts/empty";
import { Refusal } from "../parts/notice";
import { SearchBox } from "../parts/search-box";
import { Skeleton } from "../parts/skeleton";
import { WindowList } from "../parts/window-list";
import { ScreenFrame } from "../shell/screen-frame";
import { useKept, useStore } from "../state/store";
import { text } from "../text";

const ROW_HEIGHT = 56;

/** Finds a partner by name, e-mail or key, at every key that is typed. */
export function Partners() {
  const [search, setSearch] = useKept("partners search", "");
  const { partners, total, error, isLoading } = useStore(partnerIndex);
  const found = useMemo(() => findIn(partners, search), [partners, search]);
  const [isMailing, setMailing] = useState(false);
  const reload = () => void readPartners();
  useEffect(reload, []);
  return (
    <ScreenFrame
      title="Partners"
      beside={<IconButton icon="reload" label="Refresh" isOff={isLoading} onClick={reload} />}
      actions={
        total ? <Button onClick={() => setMailing(true)}>Mail statements</Button> : undefined
      }
    >
      <SearchBox
        id="partners-search"
        label="Find a partner by name, e-mail or key"
        hint="Name, e-mail or key"
        value={search}
        onValue={setSearch}
      />
      {error && <Refusal error={error} onRetry={reload} isBusy={isLoading} />}
      {total === undefined && isLoading && <Skeleton rows={5} />}
      {total !== undefined && found.length === 0 && !isLoading && !error && (
        <Empty icon="people" title={total === 0 ? "No partners yet" : "No partner found"}>
          <p>
            {total === 0
              ? "Add the first one as a row on the Partners tab."
              : "Look for a part of the name, the e-mail or the key."}
          </p>
        </Empty>
      )}
      {total !== undefined && (
        <p class="small faint" role="status">
          {partners.length < total
            ? `Read ${partners.length} of ${text.count(total, "partner")}`
            : found.length > 0 && text.count(found.length, "partner")}
        </p>
      )}
      <WindowList
        label="Partners found"
        items={found}
        rowHeight={ROW_HEIGHT}
        keyOf={([key]) => key}
        row={(partner) => <PartnerRow partner={partner} />}
      />
      {isMailing && <MailAllPanel onClose={() => setMailing(false)} />}
    </ScreenFrame>
  );
}
