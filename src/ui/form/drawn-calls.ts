import type { Call } from "../../engine/contract/contract";

/** The calls whose inputs are drawn as a form; the build puts the definitions of these into the sidebar. */
export const drawnCalls = [
  "add-customer",
  "add-partner",
  "change-partner",
  "change-settings",
  "create-manual-reward",
  "end-drips",
  "record-refund",
  "record-sale",
  "archive-record",
  "end-drip",
  "save-trigger",
  "finalize-invoice",
  "pay-invoice",
  "reopen-invoice",
  "return-payout",
  "write-off",
] as const satisfies readonly Call[];
export type DrawnCall = (typeof drawnCalls)[number];
