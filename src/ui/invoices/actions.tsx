import type { Output } from "../../engine/contract/contract";
import { Button } from "../parts/button";
import type { Asking } from "./asked";
import type { LineActs } from "./use-line-acts";

/** What can be done with an invoice as it stands, or with the lines and payouts that are ticked. */
export function Actions(props: {
  readonly of: Output<"show-invoice">;
  readonly chosen: readonly string[];
  readonly acts: LineActs;
  readonly onAsk: (asking: Asking) => void;
  /** Adds all late rewards that are listed. */
  readonly onAddAll: () => void;
}) {
  const { of, chosen, acts, onAsk, onAddAll } = props;
  const { invoice, shown } = of;
  const n = chosen.length;
  const button = (
    label: string,
    go: Asking["kind"] | (() => unknown),
    look?: "action" | "text",
  ) => (
    <Button
      {...(look && { look })}
      isBusy={acts.isBusy}
      onClick={() => void (typeof go === "string" ? onAsk({ kind: go }) : go())}
    >
      {label}
    </Button>
  );
  if (shown.kind === "late") {
    return n > 0
      ? button(`Add ${n}`, () => acts.add(chosen), "action")
      : button("Add all shown", onAddAll, "action");
  }
  if (invoice.status !== "In review") {
    return (
      <>
        {button(n > 0 ? `Pay ${n}` : "Pay all", "pay", "action")}
        {button("Payment file", "file")}
        {button("Reopen", "reopen", "text")}
      </>
    );
  }
  if (n > 0) {
    return (
      <>
        {button(`Move ${n}`, "move", "action")}
        {button("Remove", () => acts.takeOff(chosen))}
      </>
    );
  }
  return (
    <>
      {button("Finalize", "finalize", "action")}
      {button(invoice.paused ? "Resume" : "Pause", () => acts.pause(!invoice.paused))}
    </>
  );
}
