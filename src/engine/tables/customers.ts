import { emailField, keyOf, momentField, plainTextField, textField } from "../kernel/fields";
import { archiveColumns, booleanNo, eventColumns, partnerName, typedKey } from "./common";
import { both, column, judged, table } from "./table";

/** Brought by one partner; every later transaction counts for that partner (SHEET-3). */
export const customers = table({
  name: "customers",
  sheet: "Customers",
  prefix: "cus",
  ownColumns: true,
  columns: {
    key: typedKey("customers", "customer"),
    name: column("Name", textField, "The customer's name."),
    email: judged("E-mail", emailField, "Compared with the partner's, to detect self-referrals."),
    externalId: column(
      "External id",
      plainTextField,
      "What a shop or payment provider calls this customer. Transactions may name the customer by it, or by e-mail.",
      { since: 2 },
    ),
    // No part of what it was judged as: moving a customer is for what comes later (DRIP-35).
    partner: column(
      "Partner",
      keyOf("partners"),
      "The key of the partner who brought this customer.",
    ),
    partnerName: partnerName("restore"),
    // Nor is this: the code of a later sale may bring the customer to a partner (IMPORT-6).
    code: both("Code", plainTextField, "The partner's code by which this customer was found.", {
      since: 2,
    }),
    createdOn: judged("Created on", momentField, "When the customer signed up.", {
      required: true,
    }),
    ...archiveColumns("this customer's drips"),
    test: booleanNo(
      "Test",
      "yes for a test customer: everything is processed and shown, but no rewards are made.",
      { judged: true },
    ),
    ...eventColumns(),
  },
});
