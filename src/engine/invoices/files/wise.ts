import { toDecimal } from "../../kernel/money";
import type { PayeeType } from "../../kernel/vocabulary";
import { type FileFormat, payeeOf } from "./format";
import { refuseMethod, refuseTarget } from "./refusals";

/** Wise's words for whose account it is. */
const RECEIVER_TYPES: Readonly<Record<PayeeType, string>> = {
  person: "PERSON",
  organization: "INSTITUTION",
};

/**
 * Wise's batch payment, template “Send by email” (wise.com/help, “How do I fill in my batch template”): Wise asks each
 * recipient for the account. The exact amount arrives (fixed target payment); 1,000 lines a file.
 */
export const wise: FileFormat = {
  suffix: "-wise",
  most: 1_000,
  headers: [
    "name",
    "recipientEmail",
    "paymentReference",
    "receiverType",
    "amountCurrency",
    "amount",
    "sourceCurrency",
    "targetCurrency",
    "type",
  ],
  refuse: ({ partner }) => refuseMethod(partner, "Wise") ?? refuseTarget("paymentEmail", partner),
  cells: (line, { month }) => {
    const { payout, partner } = line;
    return [
      payeeOf(line),
      partner.paymentEmail ?? "",
      // At most 10 characters, the shortest limit of the banks that Wise pays through.
      month,
      RECEIVER_TYPES[partner.payeeType],
      "target",
      toDecimal(payout),
      payout.currency,
      payout.currency,
      "EMAIL",
    ];
  },
};
