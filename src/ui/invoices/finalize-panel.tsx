import type { Output } from "../../engine/contract";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../shell/panel";
import { say } from "../shell/toast";
import { useAct } from "../state/use-act";
import { text } from "../text";

type Shown = Output<"show-invoice">;

/** Asks before an invoice is made final: what is paid, what is carried, what silence approves. */
export function FinalizePanel(props: {
  readonly invoice: Shown["invoice"];
  readonly outcome: NonNullable<Shown["outcome"]>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { invoice, outcome, onClose, onDone } = props;
  const { payouts, negative, belowMinimum, unreviewed, silenceApproves } = outcome;
  const act = useAct("finalize-invoice");
  const money = (amount: string) => text.money(amount, invoice.currency);
  const finalize = async () => {
    const reply = await act.start({ invoice: invoice.key });
    if (!reply?.ok) return;
    say(`Final: ${text.count(reply.output.payouts.length, "payout")} to pay.`);
    onDone();
  };
  const pending = text.count(unreviewed, "line is", "lines are");
  return (
    <Panel title="Finalize this invoice?" onClose={onClose}>
      <ul class="points">
        <li>
          <b>{text.count(payouts.count, "payout")}</b>, {money(payouts.amount)} in all.
        </li>
        {negative.count > 0 && (
          <li>
            {text.count(negative.count, "negative balance")}, {money(negative.amount)}, carried to
            the next invoice.
          </li>
        )}
        {belowMinimum.count > 0 && (
          <li>
            {text.count(belowMinimum.count, "partner")} below the minimum payout,{" "}
            {money(belowMinimum.amount)}, carried to the next invoice.
          </li>
        )}
        {unreviewed > 0 && (
          <li>
            {pending} not reviewed yet and {silenceApproves ? "will be approved" : "will move on"}.
          </li>
        )}
        <li>Its lines are locked. It can be reopened until something is paid.</li>
      </ul>
      {act.error && <Refusal error={act.error} />}
      <div class="buttons">
        <Button look="action" isBusy={act.isBusy} onClick={() => void finalize()}>
          Finalize
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </Panel>
  );
}
