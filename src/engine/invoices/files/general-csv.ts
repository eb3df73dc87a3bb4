import { toDecimal } from "../../kernel/money";
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
    switch (payoutMethod) {
      case null:
        return "Its payout method is blank on Partners.";
      case "bank transfer":
        return refuseTarget("accountReference", partner);
      case "PayPal":
      case "Wise":
        return refuseTarget("paymentEmail", partner);
      case "other":
        return undefined;
      default:
        return payoutMethod satisfies never;
    }
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
