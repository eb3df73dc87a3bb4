import { useEffect, useMemo, useState } from "preact/hooks";
import { findIn } from "../../engine/usecases/shared/find-by-text";
import { text } from "../format/text";
import { partnerIndex, readPartners } from "../partners/partner-index";
import { PartnerRow } from "../partners/partner-row";
import { Button, IconButton } from "../parts/button";
import { PageList } from "../parts/page-list";
import { SearchBox } from "../parts/search-box";
import { openImport } from "../shell/open-wide";
import { open } from "../shell/router";
import { ScreenFrame } from "../shell/screen-frame";
import { useNamedState, useStore } from "../state/store";
import { pagesOf } from "../state/use-pages";
import { CheckPanel } from "../statements/check-panel";
import { MailAllPanel } from "../statements/mail-all-panel";

/** All partners, searched by name, e-mail or key as one types. */
export function Partners() {
  const [search, setSearch] = useNamedState("partners search", "");
  const { partners, total, error, isLoading } = useStore(partnerIndex);
  const found = useMemo(() => findIn(partners, search), [partners, search]);
  const [panel, setPanel] = useState<"mail" | "check" | null>(null);
  const reload = () => void readPartners();
  const isReading = partners.length < (total ?? 0);
  const list = pagesOf(`partners ${search}`, found, {
    // "No partner found" is only shown once all of them are loaded.
    output: isLoading && found.length === 0 ? undefined : total,
    error,
    isLoading,
    reload,
  });
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
          {total ? <Button onClick={() => setPanel("mail")}>Mail statements</Button> : null}
          {total ? (
            <Button look="text" onClick={() => setPanel("check")}>
              Check a statement
            </Button>
          ) : null}
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
      <PageList
        list={list}
        noun="partner"
        icon="people"
        none={
          total === 0
            ? {
                title: "No partners yet",
                advice:
                  "Add the first one here or as a row on the Partners tab, or import sales that name partners.",
                act: { label: "Import sales", go: () => void openImport() },
              }
            : {
                title: "No partner found",
                advice: "Look for a part of the name, the e-mail or the key.",
              }
        }
        {...(isReading && {
          heading: `Read ${partners.length} of ${text.count(total ?? 0, "partner")}`,
        })}
        hasKeys
        row={(partner) => <PartnerRow key={partner[0]} partner={partner} />}
      />
      {panel === "mail" && <MailAllPanel onClose={() => setPanel(null)} />}
      {panel === "check" && <CheckPanel onClose={() => setPanel(null)} />}
    </ScreenFrame>
  );
}
