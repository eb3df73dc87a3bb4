import { useEffect, useMemo, useState } from "preact/hooks";
import { findIn } from "../../engine/usecases/shared/find-by-text";
import { text } from "../format/text";
import { MailAllPanel } from "../partners/mail-all-panel";
import { partnerIndex, readPartners } from "../partners/partner-index";
import { PartnerRow } from "../partners/partner-row";
import { Button, IconButton } from "../parts/button";
import { ListStates } from "../parts/list-states";
import { SearchBox } from "../parts/search-box";
import { WindowList } from "../parts/window-list";
import { open } from "../shell/router";
import { ScreenFrame } from "../shell/screen-frame";
import { useKept, useStore } from "../state/store";

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
        <>
          <Button
            look="action"
            icon="plus"
            onClick={() => open({ screen: "record", about: "partner" })}
          >
            Add partner
          </Button>
          {total ? <Button onClick={() => setMailing(true)}>Mail statements</Button> : null}
        </>
      }
    >
      <SearchBox
        id="partners-search"
        label="Find a partner by name, e-mail or key"
        hint="Name, e-mail or key"
        value={search}
        onValue={setSearch}
      />
      <ListStates
        loaded={{ output: total, error, isLoading, reload }}
        isEmpty={() => found.length === 0 && !isLoading}
        icon="people"
        none={
          total === 0
            ? {
                title: "No partners yet",
                advice: "Add the first one here, or as a row on the Partners tab.",
              }
            : {
                title: "No partner found",
                advice: "Look for a part of the name, the e-mail or the key.",
              }
        }
      >
        {(all) => (
          <>
            <p class="small faint" role="status">
              {partners.length < all
                ? `Read ${partners.length} of ${text.count(all, "partner")}`
                : found.length > 0 && text.count(found.length, "partner")}
            </p>
            <WindowList
              label="Partners found"
              items={found}
              rowHeight={ROW_HEIGHT}
              keyOf={([key]) => key}
              row={(partner) => <PartnerRow partner={partner} />}
            />
          </>
        )}
      </ListStates>
      {isMailing && <MailAllPanel onClose={() => setMailing(false)} />}
    </ScreenFrame>
  );
}
