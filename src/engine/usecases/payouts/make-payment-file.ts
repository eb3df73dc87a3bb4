import { takenOver } from "../../edits/typed-over";
import { fileFormats, paymentFormats } from "../../invoices/files";
import type { FileFormat } from "../../invoices/files/format";
import { writeFile } from "../../invoices/files/write-file";
import { capped } from "../../kernel/capped";
import { keyField, textField, wordField, yesNoField } from "../../kernel/fields";
import { sumOf } from "../../kernel/group-by";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { plural, say } from "../../kernel/say";
import type { Invoice, Payout } from "../../tables";
import { createPartnerDoubt } from "../../timeline/taken-key";
import { finalInvoice } from "../shared/invoice-by-state";
import { logAct } from "../shared/log-act";
import { partnerName } from "../shared/names";
import { refuseRepeats, repeatInput } from "../shared/refuse-repeats";
import { showMoney } from "../shared/show-money";
import { invoiceAct, useCase } from "../shared/use-case";

/**
 * Makes a payment file of a final invoice's open payouts, which become sent (file, day) and stay out of later files;
 * `again` makes an earlier file, by its name, once more. What is missing or not supported is listed and left out
 * (PAYOUT-5, PAYOUT-6). Throws INVOICE_UNKNOWN, INVOICE_NOT_FINAL or FILE_UNKNOWN.
 */
export const makePaymentFile = useCase({
  name: "make-payment-file",
  ...invoiceAct,
  inputs: {
    invoice: input("Invoice", keyField, { required: true }),
    format: input("Format", wordField(paymentFormats), { required: true }),
    again: input("Again", textField, { hint: "The name of a file to make again." }),
    preview: input("Preview", yesNoField),
    repeat: repeatInput,
  },
  reads: [...takenOver, "partners"],
  decide: (work, { invoice: key, format: name, again, preview, repeat }, env) => {
    const invoice = finalInvoice(work, key);
    const format = fileFormats[name];
    const all = work.where("payouts", "invoice", key);
    const wanted = all.filter(({ status, file }) =>
      again === null ? status === "open" : status === "sent" && file === again,
    );
    if (again !== null && wanted.length === 0) throw new DomainError("FILE_UNKNOWN");
    const { programName } = work.settings;
    const { decimalMark } = work.program.context;
    const context = { programName, month: invoice.month, decimalMark };
    const file = writeFile(work, wanted, format, context, createPartnerDoubt(work));
    const fileName = nameOf(invoice, format, all, again);
    const count = file.payouts.length;
    const sum = { amount: sumOf(file.payouts), currency: invoice.currency };
    if (preview !== true && count > 0) {
      refuseRepeats(env, repeat, {
        group: key,
        of: file.payouts.map((payout) => [payout.key, partnerName(work, payout.partner)]),
        what: again === null ? ["paid", "filed"] : ["paid"],
      });
      for (const payout of file.payouts) {
        if (payout.file === fileName) continue;
        const sent = { status: "sent" as const, file: fileName, sentOn: env.today };
        work.update("payouts", payout.key, sent);
      }
      logAct(work, env, {
        what: again === null ? "Made a payment file" : "Made a payment file again",
        records: [key],
        to: say`${fileName}: ${plural(count, "payout")}, ${sum}`,
      });
    }
    const isMade = preview !== true && count > 0;
    return {
      name: fileName,
      /** The whole file; blank where no payout goes in it, and in a preview. */
      text: isMade ? file.text : "",
      payouts: count,
      /** The sum of its payouts by currency. */
      sums: count > 0 ? [showMoney(sum)] : [],
      leftOut: capped(file.leftOut, 20_000, ({ payout, why }) => ({
        payout: payout.key,
        /** Whose details may be missing; null where there is no usable partner. */
        partner: work.get("partners", payout.partner)?.key ?? null,
        partnerName: partnerName(work, payout.partner),
        amount: showMoney(payout),
        why,
      })),
      /** Payouts that go in the next file, since this one is full. */
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
