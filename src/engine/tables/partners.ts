import { codesField } from "../kernel/codes";
import {
  dayField,
  emailField,
  payableEmailField,
  plainTextField,
  textField,
  wordField,
} from "../kernel/fields";
import { mailChoices, payeeTypes, payoutMethods } from "../kernel/vocabulary";
import { archiveColumns, booleanNo, judgedColumn, problemsColumn, typedKey } from "./common";
import { groupsJudgedField } from "./packed/groups-judged";
import { monthsField } from "./packed/lists";
import { both, column, program, restored, table } from "./table";

/** Who earns by bringing customers (SHEET-2). */
export const partners = table({
  name: "partners",
  sheet: "Partners",
  prefix: "ptn",
  ownColumns: true,
  columns: {
    key: typedKey("partners", "partner"),
    name: column("Name", textField, "The partner's name, as in statements and mails.", {
      required: true,
    }),
    email: column("E-mail", emailField, "Where statements and notes to this partner go."),
    group: both(
      "Group",
      plainTextField,
      "The group whose offers this partner gets. Triggers can check it.",
    ),
    joinedOn: column("Joined on", dayField, "The day this partner joined the program."),
    codes: column(
      "Codes",
      codesField,
      "The codes by which sales are this partner's, with commas between them. Each code belongs to one partner.",
      { since: 2 },
    ),
    codesUntil: column("Codes until", dayField, "The last day of sales that the codes find.", {
      since: 2,
    }),
    ...archiveColumns("the partnership"),
    test: booleanNo(
      "Test",
      "yes for a test partner: everything is processed and shown, but no rewards are made.",
    ),
    mails: column(
      "Mails",
      wordField(mailChoices),
      "all, statements only, or none: which mails this partner wants.",
      { fallback: "all" as const, since: 2 },
    ),
    payoutMethod: column("Payout method", wordField(payoutMethods), "How this partner is paid.", {
      optional: true,
    }),
    payeeName: column(
      "Payee name",
      textField,
      "The name on the account that is paid; blank means the partner's name.",
      { optional: true },
    ),
    payeeType: column(
      "Payee type",
      wordField(payeeTypes),
      "Whether the account belongs to a person or an organization, which Wise requires; blank means a person.",
      { optional: true, fallback: "person" as const },
    ),
    paymentEmail: column(
      "Payment e-mail",
      payableEmailField,
      "The account's e-mail, for PayPal and Wise.",
      { optional: true },
    ),
    accountReference: column("Account reference", textField, "IBAN or account number.", {
      optional: true,
    }),
    groupJudged: restored(
      "Group judged",
      plainTextField,
      "The group that was last processed. Kept by the program.",
      { saysJudged: true },
    ),
    groupsJudged: program(
      "Groups judged",
      groupsJudgedField,
      "When this partner joined or was moved manually, and which group that was processed with. Kept by the program.",
      { saysJudged: true },
    ),
    statementsSent: program(
      "Statements sent",
      monthsField,
      "The months whose statements were mailed. Kept by the program.",
    ),
    judged: judgedColumn(),
    problems: problemsColumn(),
  },
});
