import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { CallPanel } from "./call-panel";
import { DecidePanel } from "./decide-panel";
import { FilePanel } from "./file-panel";
import { MovePanel } from "./move-panel";
import type { LineActs } from "./use-line-acts";

/** A question about an invoice, a partner's balance on it, or a payout. */
export interface Question {
  readonly kind:
    | "finalize"
    | "pay"
    | "reopen"
    | "file"
    | "move"
    | "write off"
    | "return"
    | "held"
    | "declined";
  /** The key of the partner or payout, and the partner's name. */
  readonly key?: string;
  readonly name?: string;
}

/** The panel of a question. */
export function QuestionPanel(props: {
  readonly question: Question;
  readonly view: Output<"show-invoice">;
  readonly chosen: readonly string[];
  readonly acts: LineActs;
  readonly onClose: () => void;
  /** Asks the next question in the place of this one. */
  readonly onQuestion: (asking: Question) => void;
  /** The act is done and the panel closes. */
  readonly onDone: () => void;
  /** What is shown is out of date, and the panel stays open. */
  readonly onChange: () => void;
}) {
  const { question, view, chosen, acts, onClose, onQuestion, onDone, onChange } = props;
  const { key = "", name = "" } = question;
  const { invoice, files } = view;
  const { currency } = invoice;
  const common = { given: { invoice: invoice.key }, onClose, onDone };
  switch (question.kind) {
    case "finalize":
      return (
        <CallPanel
          {...common}
          call="finalize-invoice"
          title="Finalize this invoice?"
          fields={[]}
          action="Finalize"
          doneText={({ payouts }) => `Finalized: ${text.count(payouts.length, "payout")} to pay.`}
        >
          {outcomeText(view).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </CallPanel>
      );
    case "pay":
      return (
        <CallPanel
          {...common}
          call="pay-invoice"
          chosen={{ payouts: chosen.length > 0 ? chosen : null }}
          title={payTitle(view, chosen.length)}
          fields={
            chosen.length > 0 || view.neverSent.count === 0
              ? ["paidOn", "reference"]
              : ["neverSent", "paidOn", "reference"]
          }
          action="Record as paid"
          doneText={({ payouts, status }) =>
            `${text.count(payouts.length, "payout")} recorded as paid.${status === "Paid" ? " The invoice is paid." : ""}`
          }
        >
          {chosen.length === 0 && (
            <p>
              {[
                partOf(view.sent, "sent", currency),
                partOf(view.neverSent, "never in a payment file", currency),
              ]
                .filter(Boolean)
                .join(" ")}
            </p>
          )}
          <p>Send the money first: this only records it.</p>
        </CallPanel>
      );
    case "return":
      return (
        <CallPanel
          {...common}
          call="return-payout"
          given={{ payout: key }}
          title="Payment returned"
          fields={["reason"]}
          action="Record the return"
          doneText={() => `Returned. A new payout for ${name} is open on this invoice.`}
        >
          <p>
            {name}'s payout stays marked as returned, and a new payout is opened for the same
            rewards.
          </p>
        </CallPanel>
      );
    case "reopen":
      return (
        <CallPanel
          {...common}
          call="reopen-invoice"
          title="Reopen this invoice?"
          fields={view.sent.count > 0 ? ["reason", "fileUnused"] : ["reason"]}
          action="Reopen"
          doneText={({ payouts }) =>
            `Back in review, and paused. ${text.count(payouts, "payout")} removed.`
          }
        >
          <p>
            Its payouts are removed, with your notes beside them, and it stays paused until you
            resume it.
          </p>
        </CallPanel>
      );
    case "write off":
      return (
        <CallPanel
          {...common}
          call="write-off"
          given={{ partner: key, currency }}
          title="Write off a negative balance"
          fields={["reason"]}
          action="Write off"
          doneText={({ amount }) => `${text.money(amount.text, currency)} written off for ${name}.`}
        >
          <p>A positive line with your reason brings the balance of {name} to zero.</p>
        </CallPanel>
      );
    case "file":
      return (
        <FilePanel
          invoice={invoice.key}
          files={files}
          sent={view.sent.count}
          onClose={onClose}
          onDone={onChange}
          onPay={() => onQuestion({ kind: "pay" })}
        />
      );
    case "held":
    case "declined":
      return <DecidePanel status={question.kind} rewards={chosen} {...{ onClose, onDone }} />;
    case "move":
      return <MovePanel invoice={invoice} chosen={chosen} acts={acts} onClose={onClose} />;
    default:
      return question.kind satisfies never;
  }
}

const payTitle = ({ sent }: Output<"show-invoice">, chosen: number): string => {
  if (chosen > 0) return `Pay ${text.count(chosen, "payout")}`;
  return sent.count > 0 ? `Mark ${text.number(sent.count)} sent as paid` : "Record as paid";
};
const partOf = (
  { count, amount }: Output<"show-invoice">["sent"],
  what: string,
  currency: string,
): string =>
  count > 0 ? `${text.count(count, "payout")} ${what}, ${text.money(amount, currency)}.` : "";

/** What finalizing does: what is paid, what is carried, what is approved without a review. */
function outcomeText({
  outcome,
  invoice: { currency },
}: Output<"show-invoice">): readonly string[] {
  if (!outcome) return [];
  const { payouts, negative, belowMinimum, unreviewed, silenceApproves } = outcome;
  const line = ({ count, amount }: typeof payouts, one: string, end: string) =>
    count > 0 && `${text.count(count, one)}, ${text.money(amount, currency)}${end}`;
  return [
    line(payouts, "payout", "."),
    line(negative, "negative balance", ", carried to the next invoice."),
    line(belowMinimum, "balance", " below the minimum, carried to the next invoice."),
    unreviewed > 0 &&
      `${text.count(unreviewed, "line")} not reviewed ${silenceApproves ? "will be approved" : "will move to the next invoice"}.`,
    "Its lines are locked. It can be reopened until something is paid.",
  ].flatMap((line) => line || []);
}
