import { toDecimal } from "../../kernel/money";
import { payoutTargets } from "../../kernel/vocabulary";
import { type FileFormat, payeeOf } from "./format";
import { refuseTarget } from "./refusals";

/** A file for any bank or accountant: all that is known of each payout, whatever its method. */
export const generalCsv: FileFormat = {
  suffix: "",
  formerSuffix: "-csv",
  most: 10_000,
  headers: [
    "Payout",
    "Partner",
    "Payee name",
    "Payout method",
    "Payment e-mail",
    "Account reference",
    "Amount",
    "Currency",
    "Reference",
  ],
  refuse: ({ partner }) => {
    const { payoutMethod } = partner;
    if (payoutMethod === null) return "Its payout method is blank on Partners.";
    const target = payoutTargets[payoutMethod];
    return target === null ? undefined : refuseTarget(target, partner);
  },
  cells: (line, { month }) => {
    const { payout, partner } = line;
    return [
      payout.key,
      partner.key,
      payeeOf(line),
      partner.payoutMethod ?? "",
      partner.paymentEmail ?? "",
      partner.accountReference ?? "",
      toDecimal(payout),
      payout.currency,
      month,
    ];
  },
};
