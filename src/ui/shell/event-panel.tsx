import type { ActiveRecord } from "../../engine/contract";
import { Button } from "../parts/button";
import { Why } from "../why/why";
import { Panel } from "./panel";
import { open } from "./router";

/** What a customer or a transaction earned and why, and what is mostly recorded next for it. */
export function EventPanel(props: {
  readonly record: ActiveRecord;
  readonly noun: string;
  readonly onClose: () => void;
}) {
  const { record, noun, onClose } = props;
  const { key } = record;
  const next = record.table === "customers" ? "sale" : "refund";
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
      </div>
    </Panel>
  );
}
