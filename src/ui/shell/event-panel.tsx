import { useState } from "preact/hooks";
import type { ActiveRecord } from "../../engine/contract/contract";
import { ArchivePanel } from "../archive/archive-panel";
import { Button } from "../parts/button";
import { Panel } from "../parts/panel";
import { Why } from "../why/why";
import { open } from "./router";

/**
 * What a customer or a transaction earned and why, with buttons to record what usually comes next and to archive it.
 */
export function EventPanel(props: {
  readonly record: ActiveRecord;
  readonly noun: string;
  readonly onClose: () => void;
}) {
  const { record, noun, onClose } = props;
  const { key } = record;
  const [isArchiving, setArchiving] = useState(false);
  const table = record.table === "customers" ? "customers" : "transactions";
  const next = table === "customers" ? "sale" : "refund";
  if (isArchiving) {
    const archived = { table, key, name: `${noun.toLowerCase()} ${key}` } as const;
    return <ArchivePanel record={archived} onClose={onClose} onDone={onClose} />;
  }
  return (
    <Panel title={`${noun} ${key}`} onClose={onClose}>
      <Why of="event" about={key} />
      <div class="buttons">
        <Button
          onClick={() => {
            onClose();
            open({ screen: "record", about: `${next} ${key}` });
          }}
        >
          Record a {next}
        </Button>
        <Button onClick={() => setArchiving(true)}>Archive</Button>
      </div>
    </Panel>
  );
}
