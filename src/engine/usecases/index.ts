import { continueDrip } from "./drips/continue-drip";
import { endDripByHand } from "./drips/end-drip";
import { listDrips } from "./drips/list-drips";
import { pauseDrip } from "./drips/pause-drip";
import { resumeDrip } from "./drips/resume-drip";
import { showDrip } from "./drips/show-drip";
import { skipOccurrence } from "./drips/skip-occurrence";
import { trustDrip } from "./drips/trust-drip";
import { withdrawEnd } from "./drips/withdraw-end";
import { acceptChanged } from "./events/accept-changed";
import { explainEvent } from "./events/explain-event";
import { findEvents } from "./events/find-events";
import { judgeAgain } from "./events/judge-again";
import { listChanged } from "./events/list-changed";
import { finalizeInvoiceByHand } from "./invoices/finalize-invoice";
import { listInvoices } from "./invoices/list-invoices";
import { listPlaces } from "./invoices/list-places";
import { pauseInvoice } from "./invoices/pause-invoice";
import { placeRewards } from "./invoices/place-rewards";
import { reopenInvoiceByHand } from "./invoices/reopen-invoice";
import { showInvoice } from "./invoices/show-invoice";
import { listPayouts } from "./payouts/list-payouts";
import { makePaymentFile } from "./payouts/make-payment-file";
import { payInvoice } from "./payouts/pay-invoice";
import { returnPayoutByHand } from "./payouts/return-payout";
import { writeOff } from "./payouts/write-off";
import { acceptApplication } from "./people/accept-application";
import { addCustomer, previewCustomer } from "./people/add-customer";
import { addPartner, previewPartner } from "./people/add-partner";
import { archiveRecord } from "./people/archive-record";
import { changePartner } from "./people/change-partner";
import { declineApplication } from "./people/decline-application";
import { findCustomers } from "./people/find-customers";
import { findPartners } from "./people/find-partners";
import { indexPartners } from "./people/index-partners";
import { listApplications } from "./people/list-applications";
import { partnerFigures } from "./people/partner-figures";
import { sendNotice } from "./people/send-notice";
import { showPartner } from "./people/show-partner";
import { takeAnswer } from "./people/take-answer";
import { unarchiveRecord } from "./people/unarchive-record";
import { undoApplication } from "./people/undo-application";
import { addSample } from "./program/add-sample";
import { changeSettings } from "./program/change-settings";
import { checkHealth } from "./program/check-health";
import { firstHour } from "./program/first-hour";
import { forecast, writeForecast } from "./program/forecast";
import { home } from "./program/home";
import { listActivity } from "./program/list-activity";
import { makeDashboard, paidByPartner, programReport } from "./program/program-report";
import { repair } from "./program/repair";
import { judgeAsBlank, run } from "./program/run";
import { setUp } from "./program/set-up";
import { settleRefused } from "./program/settle-refused";
import { showSettings } from "./program/show-settings";
import { undoRun } from "./program/undo-run";
import { wordsInUse } from "./program/words-in-use";
import { chooseRewards } from "./rewards/choose-rewards";
import { createManualReward } from "./rewards/create-manual-reward";
import { explainReward } from "./rewards/explain-reward";
import { listRewards } from "./rewards/list-rewards";
import { setRewardAmount } from "./rewards/set-reward-amount";
import { setRewardStatus } from "./rewards/set-reward-status";
import { sumRewards } from "./rewards/sum-rewards";
import { takeBackStatus } from "./rewards/take-back-status";
import { findSales } from "./sales/find-sales";
import { foreseeImport } from "./sales/foresee-import";
import { checkImport, importContext, importRows } from "./sales/import-rows";
import { importOwnTransactions } from "./sales/import-transactions";
import { checkMove, moveIn } from "./sales/move-in";
import { assignPartner, listNothingEarned } from "./sales/nothing-earned";
import { previewRefund, recordRefund } from "./sales/record-refund";
import { previewSale, recordSale } from "./sales/record-sale";
import { keepStandingImport, settleStandingImport } from "./sales/standing-import";
import { listImports, previewUndoImport, undoImport } from "./sales/undo-import";
import type { Edits } from "./shared/use-case";
import { checkStatement } from "./statements/check-statement";
import { previewStatementMail } from "./statements/preview-statement-mail";
import { sendStatements } from "./statements/send-statements";
import { sendTestStatement } from "./statements/send-test-statement";
import { showStatement, writeStatement } from "./statements/show-statement";
import { backtestTrigger } from "./triggers/backtest-trigger";
import { describeTrigger } from "./triggers/describe-trigger";
import { exportTriggers } from "./triggers/export-triggers";
import { importTriggers } from "./triggers/import-triggers";
import { listFacts } from "./triggers/list-facts";
import { listTriggers } from "./triggers/list-triggers";
import { moveTrigger } from "./triggers/move-trigger";
import { saveTrigger } from "./triggers/save-trigger";
import { setTriggerState } from "./triggers/set-trigger-state";
import { switchDrips } from "./triggers/switch-drips";
import { tryTrigger } from "./triggers/try-trigger";
import { undoSwitch } from "./triggers/undo-switch";
import { writeBacktest } from "./triggers/write-backtest";

/** The registry of use cases: the only calls that the door hands on to the engine (ADR-16). */
export const useCases = {
  "accept-application": acceptApplication,
  "accept-changed": acceptChanged,
  "add-customer": addCustomer,
  "add-partner": addPartner,
  "add-sample": addSample,
  "archive-record": archiveRecord,
  "assign-partner": assignPartner,
  "backtest-trigger": backtestTrigger,
  "check-import": checkImport,
  "check-statement": checkStatement,
  "continue-drip": continueDrip,
  "change-partner": changePartner,
  "change-settings": changeSettings,
  "check-health": checkHealth,
  "create-manual-reward": createManualReward,
  "decline-application": declineApplication,
  "describe-trigger": describeTrigger,
  "end-drip": endDripByHand,
  "explain-event": explainEvent,
  "explain-reward": explainReward,
  "export-triggers": exportTriggers,
  "finalize-invoice": finalizeInvoiceByHand,
  "find-customers": findCustomers,
  "find-events": findEvents,
  "find-partners": findPartners,
  "find-sales": findSales,
  forecast,
  home,
  "first-hour": firstHour,
  "words-in-use": wordsInUse,
  "import-context": importContext,
  "foresee-import": foreseeImport,
  "import-rows": importRows,
  "check-move": checkMove,
  "move-in": moveIn,
  "keep-standing-import": keepStandingImport,
  "settle-standing-import": settleStandingImport,
  "import-transactions": importOwnTransactions,
  "import-triggers": importTriggers,
  "index-partners": indexPartners,
  "partner-figures": partnerFigures,
  "judge-again": judgeAgain,
  "judge-as-blank": judgeAsBlank,
  "list-activity": listActivity,
  "list-applications": listApplications,
  "list-changed": listChanged,
  "list-drips": listDrips,
  "list-facts": listFacts,
  "list-imports": listImports,
  "list-invoices": listInvoices,
  "list-payouts": listPayouts,
  "list-nothing-earned": listNothingEarned,
  "list-places": listPlaces,
  "list-rewards": listRewards,
  "sum-rewards": sumRewards,
  "choose-rewards": chooseRewards,
  "list-triggers": listTriggers,
  "make-dashboard": makeDashboard,
  "make-payment-file": makePaymentFile,
  "paid-by-partner": paidByPartner,
  "place-rewards": placeRewards,
  "move-trigger": moveTrigger,
  "pause-drip": pauseDrip,
  "pause-invoice": pauseInvoice,
  "pay-invoice": payInvoice,
  "preview-customer": previewCustomer,
  "preview-partner": previewPartner,
  "preview-refund": previewRefund,
  "preview-sale": previewSale,
  "preview-undo-import": previewUndoImport,
  "preview-statement-mail": previewStatementMail,
  "program-report": programReport,
  "record-refund": recordRefund,
  "record-sale": recordSale,
  "reopen-invoice": reopenInvoiceByHand,
  "return-payout": returnPayoutByHand,
  "resume-drip": resumeDrip,
  repair,
  run,
  "save-trigger": saveTrigger,
  "send-notice": sendNotice,
  "send-statements": sendStatements,
  "send-test-statement": sendTestStatement,
  "set-reward-amount": setRewardAmount,
  "set-reward-status": setRewardStatus,
  "set-trigger-state": setTriggerState,
  "set-up": setUp,
  "settle-refused": settleRefused,
  "show-invoice": showInvoice,
  "show-partner": showPartner,
  "show-drip": showDrip,
  "show-settings": showSettings,
  "show-statement": showStatement,
  "take-answer": takeAnswer,
  "take-back-status": takeBackStatus,
  "skip-occurrence": skipOccurrence,
  "trust-drip": trustDrip,
  "switch-drips": switchDrips,
  "try-trigger": tryTrigger,
  "unarchive-record": unarchiveRecord,
  "undo-application": undoApplication,
  "undo-import": undoImport,
  "undo-run": undoRun,
  "undo-switch": undoSwitch,
  "withdraw-end": withdrawEnd,
  "write-backtest": writeBacktest,
  "write-forecast": writeForecast,
  "write-off": writeOff,
  "write-statement": writeStatement,
} as const satisfies { readonly [Name in string]: { readonly name: Name; readonly edits: Edits } };
