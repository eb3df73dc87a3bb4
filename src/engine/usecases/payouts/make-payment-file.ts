import { fileFormats } from "../../invoices/files";
import type { FileFormat } from "../../invoices/files/format";
import { writeFile } from "../../invoices/files/write-file";
import { sumOf } from "../../invoices/partner-sums";
import { type Capped, capped } from "../../kernel/capped";
import { clip } from "../../kernel/cells";
import { keyField, textField, wordField, yesNoField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { format as formatMoney } from "../../kernel/money";
import { DomainError } from "../../kernel/problem";
import { paymentFormats } from "../../kernel/vocabulary";
import { isFinal } from "../../rewards/final";
import type { Invoice, Payout } from "../../tables";
import { logAct } from "../shared/log-act";
import { type ShownMoney, showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";

export interface PaymentFileOutput {
  readonly name: string;
  /** The whole file; blank where no payout goes in it, and in a preview. */
  readonly text: string;
  readonly payouts: number;
  /** The sum of its payouts by currency. */
  readonly sums: readonly ShownMoney[];
  readonly leftOut: Capped<{
    readonly payout: string;
    /** Whose details may be missing; null where there is no usable partner. */
    readonly partner: Key | null;
    readonly partnerName: string;
    readonly amount: ShownMoney;
    readonly why: string;
  }>;
  /** Payouts that go in the next file, since this one is full. */
  readonly rest: number;
}

/**
 * Makes a payment file of a final invoice's open payouts, which become sent (file, day) and stay out of later files;
 * `again` makes an earlier file, by its name, once more. What is missing or not supported is listed and left out
 * (PAYOUT-5, PAYOUT-6). Throws INVOICE_UNKNOWN, INVOICE_NOT_FINAL or FILE_UNKNOWN.
 */
export const makePaymentFile = useCase({
  name: "make-payment-file",
  edits: "take over",
  inputs: {
    invoice: input("Invoice", keyField, { required: true }),
    format: input("Format", wordField(paymentFormats), { required: true }),
    again: input("Again", textField, { hint: "The name of a file to make once more." }),
    preview: input("Preview", yesNoField),
  },
  reads: ["settings", "partners", "rewards", "invoices", "payouts", "drips", "activity"],
  decide: (work, { invoice: key, format: name, again, preview }, env): PaymentFileOutput => {
    const invoice = work.get("invoices", key);
    if (!invoice) throw new DomainError("INVOICE_UNKNOWN");
    if (!isFinal(invoice)) throw new DomainError("INVOICE_NOT_FINAL");
    const format = fileFormats[name];
    const all = work.where("payouts", "invoice", key);
    const wanted = all.filter(({ status, file }) =>
      again === null ? status === "open" : status === "sent" && file === again,
    );
    if (again !== null && wanted.length === 0) throw new DomainError("FILE_UNKNOWN");
    const { programName } = work.settings;
    const { decimalMark } = work.program.context;
    const context = { programName, month: invoice.month, decimalMark };
    const file = writeFile(work, wanted, format, context);
    const fileName = nameOf(invoice, format, all, again);
    const count = file.payouts.length;
    const sum = { amount: sumOf(file.payouts), currency: invoice.currency };
    if (preview !== true && count > 0) {
      for (const payout of file.payouts) {
        if (payout.file === fileName) continue;
        const sent = { status: "sent" as const, file: fileName, sentOn: env.today };
        work.update("payouts", payout.key, sent);
      }
      logAct(work, env, {
        what: again === null ? "Made a payment file" : "Made a payment file again",
        record: key,
        to: `${fileName}: ${count} ${count === 1 ? "payout" : "payouts"}, ${formatMoney(sum)}`,
      });
    }
    const isMade = preview !== true && count > 0;
    return {
      name: fileName,
      text: isMade ? file.text : "",
      payouts: count,
      sums: count > 0 ? [showMoney(sum)] : [],
      leftOut: capped(file.leftOut, 20_000, ({ payout, why }) => ({
        payout: payout.key,
        partner: work.get("partners", payout.partner)?.key ?? null,
        partnerName: clip(work.get("partners", payout.partner)?.name ?? payout.partner),
        amount: showMoney(payout),
        why,
      })),
      rest: file.rest.length,
    };
  },
});

/** `payouts-2026-01-USD-paypal.csv`, or `payouts-2026-01-USD.csv` for any bank; later ones of the same invoice and format have a number. */
function nameOf(
  { month, currency }: Invoice,
  { suffix, formerSuffix = suffix }: FileFormat,
  payouts: readonly Payout[],
  again: string | null,
): string {
  const of = `payouts-${month}-${currency}`;
  const pattern = new RegExp(`^${of}(${suffix}|${formerSuffix})(-\\d+)?\\.csv$`);
  const isOfFormat = (name: string | null) => name !== null && pattern.test(name);
  if (again !== null && isOfFormat(again)) return again;
  const before = new Set(payouts.map(({ file }) => file).filter(isOfFormat)).size;
  return before === 0 ? `${of}${suffix}.csv` : `${of}${suffix}-${before + 1}.csv`;
}
