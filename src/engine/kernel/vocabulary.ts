/** Every closed word list of the product, spelled as cells show it (SHEET-16). Imports nothing. */

export const recordStatuses = ["active", "archived"] as const;
export const triggerStates = ["draft", "active", "paused"] as const;
export const eventKinds = [
  "customer created",
  "transaction created",
  "action recorded",
  "partner joined or changed group",
] as const;
export const amountModes = ["per occurrence", "split a total"] as const;
export const units = ["days", "weeks", "months", "years"] as const;
export const rewardStatuses = ["pending", "approved", "held", "declined", "paid"] as const;
export const rewardSources = ["trigger", "drip", "manual", "adjustment"] as const;
export const dripStatuses = ["Created", "Terminated", "Complete"] as const;
export const invoiceStatuses = ["In review", "Final", "Paid"] as const;
export const payoutStatuses = ["open", "sent", "paid", "returned"] as const;
export const roundings = ["half away from zero", "half to even"] as const;
export const manualReasons = ["missed reward", "bonus", "correction", "clawback"] as const;
/** How often partners hear what is new, and which mails one wants (PARTNER-6). */
export const noticeModes = ["off", "weekly", "each"] as const;
export const noticeReaders = ["partners", "team"] as const;
export const mailChoices = ["all", "statements only", "none"] as const;
/** What a person may say of a copy of the spreadsheet (RUN-15). */
export const copyDecisions = ["test copy", "new home"] as const;
/** What a person may decide about writes that Google refused (REFUSAL-1). */
export const refusedChoices = ["try again", "give up"] as const;
/** The tabs of which the sidebar offers the record in whose row a person is. */
export const recordTabs = ["partners", "customers", "transactions", "rewards", "drips"] as const;
/** How partners are paid, each with the column of Partners that says where the money goes; null where none has to (PAYOUT-5). */
export const payoutTargets = {
  "bank transfer": "accountReference",
  PayPal: "paymentEmail",
  Wise: "paymentEmail",
  other: null,
} as const;
export const payoutMethods = Object.keys(payoutTargets) as readonly PayoutMethod[];
export const payeeTypes = ["person", "organization"] as const;

/** Who decided, where no person did. Decisions are told apart by it, so it is written nowhere else. */
export const PROGRAM = "the program";

export type RecordStatus = (typeof recordStatuses)[number];
export type TriggerState = (typeof triggerStates)[number];
export type EventKind = (typeof eventKinds)[number];
export type AmountMode = (typeof amountModes)[number];
export type Unit = (typeof units)[number];
export type RewardStatus = (typeof rewardStatuses)[number];
export type DripStatus = (typeof dripStatuses)[number];
export type InvoiceStatus = (typeof invoiceStatuses)[number];
export type PayoutStatus = (typeof payoutStatuses)[number];
export type PayoutMethod = keyof typeof payoutTargets;
export type PayeeType = (typeof payeeTypes)[number];
export type Rounding = (typeof roundings)[number];
export type NoticeReader = (typeof noticeReaders)[number];
export type NoticeMode = (typeof noticeModes)[number];
export type RecordTab = (typeof recordTabs)[number];
export type RefusedChoice = (typeof refusedChoices)[number];
export type CopyDecision = (typeof copyDecisions)[number];
