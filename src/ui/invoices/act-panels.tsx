import { useForm } from "../form/use-form";
import { say } from "../shell/toast";
import { useAct } from "../state/use-act";
import { text } from "../text";
import { FormPanel } from "./form-panel";
import type { InvoiceView } from "./invoice-card";

interface Closing {
  readonly onClose: () => void;
  /** The act is done: what is shown is out of date. */
  readonly onDone: () => void;
}

/** Records that the chosen payouts of an invoice were paid, or all where none is chosen. */
export function PayPanel(
  props: Closing & { readonly invoice: InvoiceView; readonly chosen: readonly string[] },
) {
  const { invoice, chosen, onClose, onDone } = props;
  const isAll = chosen.length === 0;
  const form = useForm("pay-invoice", { invoice: invoice.key }, invoice.key);
  const all = useAct("pay-invoice");
  const some = useAct("pay-payout");
  const paid = { paidOn: form.text("paidOn"), reference: form.text("reference") };
  const { count, amount } = invoice.toPay;
  return (
    <FormPanel
      title={isAll ? "Pay all payouts" : `Pay ${text.count(chosen.length, "payout")}`}
      form={form}
      fields={["paidOn", "reference"]}
      action="Record as paid"
      isBusy={all.isBusy || some.isBusy}
      send={() =>
        isAll
          ? all.start({ invoice: invoice.key, ...paid })
          : some.start({ payout: chosen.join("\n"), ...paid })
      }
      onDone={({ payouts, status }) => {
        const rest = status === "Paid" ? " The invoice is paid." : "";
        say(`${text.count(payouts.length, "payout")} recorded as paid.${rest}`);
        onDone();
      }}
      onClose={onClose}
    >
      {isAll && (
        <p>
          {text.count(count, "payout")}, {text.money(amount, invoice.currency)} in all. Send the
          money first; this only records it.
        </p>
      )}
    </FormPanel>
  );
}

/** Records that a payment came back. */
export function ReturnPanel(props: Closing & { readonly payout: string; readonly name: string }) {
  const { payout, name, onClose, onDone } = props;
  const form = useForm("return-payout", { payout }, payout);
  const act = useAct("return-payout");
  return (
    <FormPanel
      title="Payment returned"
      form={form}
      fields={["reason"]}
      action="Record the return"
      isBusy={act.isBusy}
      send={() => act.start(form.values)}
      onDone={() => {
        say(`Returned. A new payout for ${name} is open on this invoice.`);
        onDone();
      }}
      onClose={onClose}
    >
      <p>{name}'s payout stays as returned, and the same rewards are owed by a new one.</p>
    </FormPanel>
  );
}

/** Takes a final invoice back into review. */
export function ReopenPanel(props: Closing & { readonly invoice: InvoiceView }) {
  const { invoice, onClose, onDone } = props;
  const form = useForm("reopen-invoice", { invoice: invoice.key }, invoice.key);
  const act = useAct("reopen-invoice");
  const wasSent = act.error?.code === "INVOICE_SENT" || form.values.fileUnused === true;
  return (
    <FormPanel
      title="Reopen this invoice?"
      form={form}
      fields={wasSent ? ["reason", "fileUnused"] : ["reason"]}
      action="Reopen"
      isBusy={act.isBusy}
      send={() => act.start(form.values)}
      onDone={({ payouts }) => {
        say(`In review again, paused. ${text.count(payouts, "payout")} taken away.`);
        onDone();
      }}
      onClose={onClose}
    >
      <p>Its payouts are taken away, and it stays paused until you resume it.</p>
    </FormPanel>
  );
}

/** Ends a partner's negative balance. */
export function WriteOffPanel(
  props: Closing & { readonly partner: string; readonly name: string; readonly currency: string },
) {
  const { partner, name, currency, onClose, onDone } = props;
  const form = useForm("write-off", { partner, currency }, `${partner} ${currency}`);
  const act = useAct("write-off");
  return (
    <FormPanel
      title="Write off a negative balance"
      form={form}
      fields={["reason"]}
      action="Write off"
      isBusy={act.isBusy}
      send={() => act.start(form.values)}
      onDone={({ amount }) => {
        say(`${text.money(amount.text, currency)} written off for ${name}.`);
        onDone();
      }}
      onClose={onClose}
    >
      <p>{name} owes nothing afterwards. A positive line with your reason says so.</p>
    </FormPanel>
  );
}
