import { useEffect, useMemo, useState } from "preact/hooks";
import { findIn } from "../../engine/usecases/shared/find-by-text";
import { text } from "../format/text";
import { ArchiveManyPanel, type BulkProps, GroupPanel } from "../partners/bulk-panel";
import { hiddenText } from "../partners/chosen-names";
import {
  filteredPartners,
  noPartnerFilters,
  type PartnerFilters,
} from "../partners/filtered-partners";
import { NoticePanel } from "../partners/notice-panel";
import { partnerFigures, readFigures } from "../partners/partner-figures";
import { PartnerFilterFold } from "../partners/partner-filters";
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

type PanelName = "mail" | "check" | "group" | "archive" | "notice";
const NONE: ReadonlySet<string> = new Set();

/**
 * All partners, searched by name, e-mail or key as one types, filtered and sorted by what is owed, status, group and
 * last sale; those that are ticked get a group or a notice, or are archived together.
 */
export function Partners() {
  const [search, setSearch] = useNamedState("partners search", "");
  const [filters, setFilters] = useNamedState<PartnerFilters>("partners filters", noPartnerFilters);
  const { partners, total, error, isLoading } = useStore(partnerIndex);
  const figures = useStore(partnerFigures);
  const found = useMemo(
    () => filteredPartners(findIn(partners, search), filters, figures),
    [partners, search, filters, figures],
  );
  const groups = useMemo(
    () => [...new Set(partners.map(({ record: [, , , group] }) => group))].filter(Boolean).sort(),
    [partners],
  );
  const [ticked, setTicked] = useState(NONE);
  const [panel, setPanel] = useState<PanelName | undefined>(undefined);
  const reload = () => void readPartners().then(readFigures);
  const isReading = partners.length < (total ?? 0);
  const list = pagesOf(`partners ${search} ${JSON.stringify(filters)}`, found, {
    // "No partner found" is only shown once all of them are loaded.
    output: isLoading && found.length === 0 ? undefined : total,
    error,
    isLoading,
    reload,
  });
  useEffect(reload, []);
  const chosen = partners.map(({ record }) => record).filter(([key]) => ticked.has(key));
  // Ticks outlast a search for the next partner, but what the list doesn't show is said.
  const hidden = chosen.length - found.filter(([key]) => ticked.has(key)).length;
  const isFound = ticked.size > 0 && found.every(([key]) => ticked.has(key));
  const tick = (key: string) =>
    setTicked((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const common: BulkProps = {
    partners: chosen,
    hidden,
    onClose: () => setPanel(undefined),
    onDone: (left) => {
      setTicked(new Set(left.map(([key]) => key)));
      reload();
    },
    onUndone: reload,
  };
  return (
    <ScreenFrame
      hasBack={false}
      title="Partners"
      beside={<IconButton icon="reload" label="Refresh" isOff={isLoading} onClick={reload} />}
      status={
        chosen.length > 0 && (
          <p class="selection" role="status">
            <b>{text.count(chosen.length, "partner")}</b>
            {hidden > 0 && ` ${hiddenText(hidden)}`}
          </p>
        )
      }
      actions={
        chosen.length > 0 ? (
          <>
            <Button look="action" onClick={() => setPanel("group")}>
              Set group
            </Button>
            <Button onClick={() => setPanel("notice")}>Notice</Button>
            <Button onClick={() => setPanel("archive")}>Archive</Button>
            <Button look="text" onClick={() => setTicked(NONE)}>
              Untick
            </Button>
          </>
        ) : (
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
        )
      }
    >
      <SearchBox
        id="partners-search"
        label="Find a partner by name, e-mail or key"
        hint="Name, e-mail or key"
        value={search}
        onValue={setSearch}
      />
      {total ? (
        <>
          <PartnerFilterFold filters={filters} groups={groups} onFilters={setFilters} />
          <p class="line all-shown">
            <label>
              <input
                type="checkbox"
                checked={isFound}
                onChange={() => setTicked(isFound ? NONE : new Set(found.map(([key]) => key)))}
              />
              All shown
            </label>
            <Button look="text" onClick={() => open({ screen: "customers" })}>
              Customers
            </Button>
          </p>
        </>
      ) : null}
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
                advice: "Look for a part of the name, the e-mail or the key, or clear the filters.",
              }
        }
        {...(isReading && {
          heading: `Read ${partners.length} of ${text.count(total ?? 0, "partner")}`,
        })}
        hasKeys
        row={(partner) => (
          <PartnerRow
            key={partner[0]}
            partner={partner}
            figures={figures.get(partner[0])}
            isTicked={ticked.has(partner[0])}
            onTick={() => tick(partner[0])}
          />
        )}
      />
      {panel === "mail" && <MailAllPanel onClose={() => setPanel(undefined)} />}
      {panel === "check" && <CheckPanel onClose={() => setPanel(undefined)} />}
      {panel === "group" && <GroupPanel {...common} />}
      {panel === "archive" && <ArchiveManyPanel {...common} />}
      {panel === "notice" && <NoticePanel {...common} />}
    </ScreenFrame>
  );
}
