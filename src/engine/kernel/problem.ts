import { cellWords } from "./cell-words";
import type { Sentence } from "./message";

/** Where a problem lies: a table, its row by key, and the column's header; any part may be unknown. */
export interface Place {
  readonly table: string;
  readonly row?: string;
  readonly column?: string;
}

/** Something in the sheets that a person can fix. A value, never thrown (ADR-14). */
export interface Problem {
  readonly code: ProblemCode;
  readonly at: Place;
  readonly message: Sentence;
}

export type ProblemCode =
  | "CELL_BLANK"
  | "CELL_NOT_A_NUMBER"
  | "CELL_NOT_A_DATE"
  | "CELL_NOT_IN_LIST"
  | "CELL_TOO_MANY_DECIMALS"
  | "CELL_AMBIGUOUS"
  | "CELL_ERROR"
  | "CELL_OUT_OF_RANGE"
  | "CURRENCY_UNKNOWN"
  | "KEY_DUPLICATE"
  | "KEY_CHANGED"
  | "REFERENCE_UNKNOWN"
  | "REFUND_INVALID"
  | "TRIGGER_INVALID"
  | "RULES_INVALID"
  | "STATUS_ILLEGAL"
  | "AMOUNT_LOCKED"
  | "CELL_LOCKED"
  | "CELL_BROKEN"
  | "PARTNER_LOCKED"
  | "RECORD_INCONSISTENT"
  | "MOVE_REFUSED"
  | "SETTING_INVALID"
  | "CELL_CHANGED_MEANWHILE"
  | "ROW_NOT_FOUND"
  | "MAIL_IN_DOUBT"
  | "MAIL_REFUSED"
  | "WRITE_REFUSED"
  | "JOURNAL_LOST";

/** The sentence beside each code of a refusal that stops a use case; says what to do next. */
export const refusals = {
  HEADER_MISSING: "A required column is missing. Run “Set up this spreadsheet” to add it.",
  HEADER_DOUBLE: "Two columns of a tab have the same header. Rename the one that is your own.",
  COLUMNS_MOVED:
    "A column was moved while the program was writing. Check that tab, then run again.",
  TABLE_MISSING: "A tab is missing. Run “Set up this spreadsheet” to create it.",
  CELL_NOT_FOUND:
    "That cell is no longer in the spreadsheet. Run now, or refresh, to see what is still wrong.",
  PROGRAM_NOT_EMPTY:
    "This program already has rows. Sample rows can only be added to an empty program: make a copy, or a new spreadsheet.",
  INPUT_INVALID: "Please correct the marked fields.",
  NOT_AT_SPREADSHEET: "Open the spreadsheet, and use the menu Tributary or its sidebar.",
  TOKEN_UNKNOWN:
    "Nothing was done: this page was not opened here, or by another release. Close it, and open it again from the menu Tributary; what you typed is kept.",
  TOKEN_OLD:
    "Nothing was done: this page has stood open for too long. Close it, and open it again from the menu Tributary; what you typed is kept.",
  CALL_UNKNOWN: "This version of the sidebar is out of date. Reload the page.",
  PARTNER_UNKNOWN: "This partner does not exist. Search by name, e-mail or key.",
  CUSTOMER_UNKNOWN: "This customer does not exist. Search by name, e-mail or key.",
  TRANSACTION_UNKNOWN: "This transaction does not exist. Look up its key on the Transactions tab.",
  CUSTOMER_NOT_OF_PARTNER: "This customer belongs to another partner.",
  SALE_UNKNOWN: "This sale does not exist. Search by customer, product, amount or key.",
  DRIP_UNKNOWN: "This drip does not exist. Reload the list.",
  DRIP_ENDED: "This drip has already ended.",
  DRIP_END_PASSED:
    "This drip's end has passed, so it can't be withdrawn. Continue it as a new drip instead.",
  DRIP_CAUSE_GONE:
    "The drip's partner, customer or sale is archived, or the sale is refunded. Fix that first.",
  DRIP_RUNNING: "This drip is still running. Only a drip that has ended can be continued.",
  DRIP_END_TO_COME: "This drip has not ended yet. Withdraw its end instead, and it keeps running.",
  DRIP_GOES_ON: "This drip was continued by another drip. Use that one instead.",
  DRIP_NOTHING_LEFT:
    "Nothing of this drip is left to continue. Make a manual reward for anything else that is owed.",
  OCCURRENCE_MADE: "This occurrence was already made. Decline its reward instead.",
  OCCURRENCE_NOT_NEXT: "Only the next occurrence can be skipped. Reload the drip.",
  OCCURRENCE_PAST: "This occurrence is past, so it stays skipped. Make a manual reward instead.",
  TRIGGER_UNKNOWN: "This trigger does not exist. Reload the list.",
  TRIGGER_UNREADABLE:
    "A cell of this trigger can't be read. Fix the marked cells on the Triggers tab first.",
  PARTNER_IS_TEST: "This is a test partner, so it gets no rewards.",
  REWARD_MOVE_ILLEGAL: "A reward can't change from its status to that one.",
  REWARD_CHANGED: "The reward has changed since, so this can't be undone. Set its status manually.",
  REWARD_LOCKED:
    "This reward is on a final invoice, or was carried from one. Make a manual reward that corrects it instead.",
  REWARD_NOT_INVOICEABLE: "Only a pending or approved reward can go on an invoice.",
  REWARD_UNKNOWN: "This reward does not exist. Reload the list.",
  INVOICE_OTHER_CURRENCY:
    "The invoice is in another currency, and currencies are never added together.",
  INVOICE_UNREADABLE: "A reward of this invoice can't be read. Fix its row on Rewards first.",
  INVOICE_UNKNOWN: "This invoice does not exist. Reload the list.",
  INVOICE_NOT_IN_REVIEW: "This invoice is no longer in review.",
  INVOICE_TOO_EARLY:
    "A reward can't go on the invoice of a month before it was earned, and a carried one only on a later one than it was carried from. The next invoice takes it.",
  INVOICE_PAYMENT_MADE:
    "A payout of this invoice was paid, so the invoice stays final. Make a manual reward that corrects it instead.",
  INVOICE_SENT:
    "Payouts of this invoice are in a payment file. Confirm that the file was not used, then reopen the invoice.",
  INVOICE_CARRIED_ON:
    "Amounts carried from this invoice are on a later final invoice. Reopen that one first, or make a manual reward that corrects it.",
  INVOICE_NOT_FINAL: "This invoice is not final yet.",
  PAYOUT_UNREADABLE: "A payout of this invoice can't be read. Fix its row on Payouts first.",
  INVOICE_PAID: "This invoice is already paid.",
  PAYOUT_NOT_ITS_LINES:
    "The rewards of this payout don't add up to its amount. Fix or restore their rows first.",
  PAYOUT_UNKNOWN: "This payout does not exist. Reload the list.",
  PAYOUT_OTHER_INVOICE:
    "These payouts belong to more than one invoice. Pay them one invoice at a time.",
  PAYOUT_NOT_PAID: "Only a payout that was paid or sent can be returned.",
  FILE_UNKNOWN: "This invoice has no sent payouts in a file of that name.",
  ALREADY_LEFT:
    "This was done before, though this spreadsheet knows nothing of it. Check first; then confirm it to do it once more.",
  BALANCE_NOT_NEGATIVE: "This partner's balance in this currency is not negative.",
  PAYOUT_NEVER_SENT:
    "None of these payouts was in a payment file. Make the file first, or tick that you paid them another way.",
  PAYOUT_SETTLED: "This payout is already paid or was returned. Reload the list.",
  NOTHING_TO_SHOW: "There is nothing to show yet. Process a sale or make a reward first.",
  MAIL_OFF: "Mailing partners is turned off. Set “mail partners” to yes in Settings first.",
  STATEMENT_EMPTY: "There is nothing to report to this partner for that month.",
  SETTINGS_INVALID:
    "A setting can't be read. Fix the marked cell on the Settings tab, then try again.",
  FORM_SENT: "This was already saved. If you mean another one, send it again.",
  FINDING_GONE: "This has already been resolved. Refresh the list.",
  REPAIR_IMPOSSIBLE: "This can't be repaired automatically.",
  RUN_NOT_UNDOABLE: "There is no run that can be undone.",
  APPLICATION_CHANGED:
    "This answer has changed since you saw it, or it or its tab was removed. Reload the list.",
  APPLICATION_DECIDED: "Somebody has already decided on this answer. See it under “Decided”.",
  APPLICATION_NOT_UNDOABLE:
    "This decision can't be taken back: it was taken back before, or what it did is no longer kept.",
  SWITCH_NOT_UNDOABLE:
    "This can't be undone: it was undone before, or what it changed is not kept any more.",
  IMPORT_NOT_UNDOABLE:
    "This import can't be undone: it was undone before, or what it added is not kept any more.",
  RIGHT_MISSING:
    "Google does not allow this yet. Choose “Grant missing permissions” in the menu Tributary.",
  RUN_BUSY: "A run is in progress. Nothing was changed. Try again in a minute.",
  COPY_UNDECIDED:
    "This spreadsheet is a copy. First choose whether it is a test copy or the new home.",
  WRITE_REFUSED: "Google refused what was asked. Nothing is lost: allow it, then try again.",
  WORKBOOK_NEWER:
    "A newer version of Tributary has upgraded this spreadsheet, so this older one changes nothing. Update the script.",
  ZONE_CHANGED:
    "The spreadsheet's time zone was changed while the program worked. Nothing was changed. Try again.",
  UNEXPECTED: "Something went wrong that should not have. Nothing is lost.",
} as const;

export type RefusalCode = keyof typeof refusals;

/** A use case that can't do what was asked. Recognised by `code`: two realms defeat `instanceof`. */
export class DomainError extends Error {
  readonly code: RefusalCode;
  /** What is refused, and what to do next; the error's own message says the same to a log. */
  readonly sentence: Sentence;
  readonly problems: readonly Problem[];
  constructor(code: RefusalCode, detail: Sentence = "", problems: readonly Problem[] = []) {
    super(cellWords(detail || refusals[code]));
    this.sentence = detail || refusals[code];
    this.name = "DomainError";
    this.code = code;
    this.problems = problems;
  }
}

/** The refusal in anything thrown, or undefined where it is a bug. */
export function asRefusal(thrown: unknown): DomainError | undefined {
  const code = (thrown as { code?: unknown } | null)?.code;
  return typeof code === "string" && code in refusals ? (thrown as DomainError) : undefined;
}
