import type { Output } from "../../engine/contract/contract";
import { prefillForm } from "../form/use-form";
import { Button } from "../parts/button";
import { open } from "../shell/router";
import type { Question } from "./question-panel";
import type { LineActs } from "./use-line-acts";

/** What can be done with an invoice in its current state, or with the lines and payouts that are ticked. */
export function Actions(props: {
  readonly view: Output<"show-invoice">;
  readonly chosen: readonly string[];
  readonly acts: LineActs;
  readonly onQuestion: (asking: Question) => void;
  /** Adds all late rewards that are listed. */
  readonly onAddAll: () => void;
}) {
  const { view, chosen, acts, onQuestion, onAddAll } = props;
  const { invoice, shown, sent, neverSent } = view;
  const n = chosen.length;
  const button = (
    label: string,
    go: Question["kind"] | (() => unknown),
    look?: "action" | "text",
  ) => (
    <Button
      {...(look && { look })}
      isBusy={acts.isBusy}
      onClick={() => void (typeof go === "string" ? onQuestion({ kind: go }) : go())}
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
    const pay = sent.count > 0 ? `Mark ${sent.count} sent as paid` : "Record as paid";
    // What was never in a file is sent first, so that nothing counts as paid that nobody was told to pay.
    const isFileFirst = n === 0 && neverSent.count > 0;
    return (
      <>
        {isFileFirst && button("Payment file", "file", "action")}
        {button(n > 0 ? `Pay ${n}` : pay, "pay", isFileFirst ? undefined : "action")}
        {!isFileFirst && button("Payment file", "file")}
        {button("Reopen", "reopen", "text")}
      </>
    );
  }
  if (n > 0) {
    return (
      <>
        {button(`Move ${n}`, "move", "action")}
        {button("Remove", () => acts.takeOff(chosen))}
        {button("Hold", "held")}
        {button("Decline", "declined")}
      </>
    );
  }
  return (
    <>
      {button("Finalize", "finalize", "action")}
      {button(invoice.paused ? "Resume" : "Pause", () => acts.pause(!invoice.paused))}
      {button("Manual reward", () => {
        const { month, currency } = invoice;
        prefillForm("create-manual-reward", "", { invoiceMonth: month, currency });
        open({ screen: "manual-reward" });
      })}
    </>
  );
}
