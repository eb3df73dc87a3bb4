import type { Output } from "../../engine/contract";
import { Button } from "../parts/button";
import type { Asking } from "./asked";
import type { LineActs } from "./use-line-acts";

/** What can be done with an invoice as it stands, or with the lines and payouts that are ticked. */
export function Actions(props: {
  readonly of: Output<"show-invoice">;
  readonly chosen: readonly string[];
  readonly acts: LineActs;
  readonly onAsk: (asking: Asking) => void;
}) {
  const { of, chosen, acts, onAsk } = props;
  const { invoice, shown } = of;
  const n = chosen.length;
  const isOpen = invoice.status === "In review";
  if (shown.kind === "late") {
    const keys = n > 0 ? chosen : shown.page.rows.map(({ key }) => key);
    return (
      <Button look="action" isBusy={acts.isBusy} onClick={() => void acts.add(keys)}>
        {n > 0 ? `Add ${n} to this invoice` : "Add all shown"}
      </Button>
    );
  }
  if (isOpen && n > 0) {
    return (
      <>
        <Button look="action" onClick={() => onAsk({ kind: "move" })}>
          Move {n}
        </Button>
        <Button isBusy={acts.isBusy} onClick={() => void acts.takeOff(chosen)}>
          Take off
        </Button>
      </>
    );
  }
  if (isOpen) {
    return (
      <>
        <Button look="action" onClick={() => onAsk({ kind: "finalize" })}>
          Finalize
        </Button>
        <Button isBusy={acts.isBusy} onClick={() => void acts.pause(!invoice.paused)}>
          {invoice.paused ? "Resume" : "Pause"}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button look="action" onClick={() => onAsk({ kind: "pay" })}>
        {n > 0 ? `Pay ${n}` : "Pay all"}
      </Button>
      <Button onClick={() => onAsk({ kind: "file" })}>Payment file</Button>
      <Button look="text" onClick={() => onAsk({ kind: "reopen" })}>
        Reopen
      </Button>
    </>
  );
}
