import { useState } from "preact/hooks";
import type { Archivable } from "../archive/archivable";
import { ArchivePanel } from "../archive/archive-panel";
import { UnarchivePanel } from "../archive/unarchive-panel";
import { Button } from "../parts/button";
import { Tag } from "../parts/tag";
import { open } from "../shell/router";
import { asPage, usePages } from "../state/use-pages";
import { useSearch } from "../state/use-search";
import { RecordList } from "./lists";
import { openNewCustomer, type PartnerShown } from "./partner-head";
import { Sales } from "./sales";

/** The customers of one partner, or of all, each with its sales; customers and sales are archived here. */
export function Customers({ partner: shown }: { readonly partner?: PartnerShown }) {
  const partner = shown?.key ?? "";
  const [archiving, setArchiving] = useState<(Archivable & { isArchived: boolean }) | undefined>();
  const [opened, setOpened] = useState("");
  const search = useSearch(`customers of ${partner}`);
  const list = usePages("find-customers", { partner, search: search.query }, asPage);
  const Panel = archiving?.isArchived ? UnarchivePanel : ArchivePanel;
  return (
    <>
      <RecordList
        list={list}
        search={search}
        id="partner-customers"
        icon="people"
        noun="customer"
        hint="Name, e-mail or key"
        none={{
          title: "No customers yet",
          advice: "Add the first one here, or as a row on the Customers tab.",
          act: {
            label: "Add the first one",
            go: () =>
              shown ? openNewCustomer(shown) : open({ screen: "record", about: "customer" }),
          },
        }}
        row={({ key, name, email, status, partner: of, partnerName }) => (
          <li key={key} class="drip">
            <p class="line">
              <span class="strong">{name}</span>
              {status === "archived" && <Tag label="Archived" />}
            </p>
            <p class="faint">{email ?? key}</p>
            {!shown &&
              (of === null ? (
                <p class="faint">No partner</p>
              ) : (
                <button
                  type="button"
                  class="link"
                  onClick={() => open({ screen: "partner", about: of })}
                >
                  {partnerName}
                </button>
              ))}
            <p class="buttons tight">
              <Button
                look="text"
                label={`Record a sale of ${name}`}
                onClick={() => open({ screen: "record", about: `sale ${key}` })}
              >
                Record sale
              </Button>
              <Button
                look="text"
                label={`Sales of ${name}`}
                onClick={() => setOpened(opened === key ? "" : key)}
              >
                Sales
              </Button>
              <Button
                look="text"
                label={`${status === "archived" ? "Bring back" : "Archive"} ${name}`}
                onClick={() =>
                  setArchiving({ table: "customers", key, name, isArchived: status === "archived" })
                }
              >
                {status === "archived" ? "Bring back" : "Archive"}
              </Button>
            </p>
            {opened === key && <Sales customer={key} onArchive={setArchiving} />}
          </li>
        )}
      />
      {archiving && (
        <Panel
          record={archiving}
          onClose={() => setArchiving(undefined)}
          onDone={() => {
            setArchiving(undefined);
            list.reload();
          }}
        />
      )}
    </>
  );
}
