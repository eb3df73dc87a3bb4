import { acceptChanged } from "./accept-changed";
import { addCustomer } from "./add-customer";
import { addPartner } from "./add-partner";
import { addSample } from "./add-sample";
import { addToInvoice } from "./add-to-invoice";
import { archiveRecord } from "./archive-record";
import { backtestTrigger } from "./backtest-trigger";
import { changePartner } from "./change-partner";
import { changeSettings } from "./change-settings";
import { checkHealth } from "./check-health";
import { continueDrip } from "./continue-drip";
import { createManualReward } from "./create-manual-reward";
import { describeTrigger } from "./describe-trigger";
import { endDripByHand } from "./end-drip";
import { endDripsByHand } from "./end-drips";
import { explainEvent } from "./explain-event";
import { explainReward } from "./explain-reward";
import { exportTriggers } from "./export-triggers";
import { finalizeInvoiceByHand } from "./finalize-invoice";
import { findCustomers } from "./find-customers";
import { findEvents } from "./find-events";
import { findPartners } from "./find-partners";
import { findSales } from "./find-sales";
import { forecast } from "./forecast";
import { home } from "./home";
import { importOwnTransactions } from "./import-transactions";
import { importTriggers } from "./import-triggers";
import { indexPartners } from "./index-partners";
import { judgeAgain } from "./judge-again";
import { listActivity } from "./list-activity";
import { listChanged } from "./list-changed";
import { listDrips } from "./list-drips";
import { listFacts } from "./list-facts";
import { listInvoices } from "./list-invoices";
import { listPayouts } from "./list-payouts";
import { listPlaces } from "./list-places";
import { listRewards } from "./list-rewards";
import { listTriggers } from "./list-triggers";
import { makePaymentFile } from "./make-payment-file";
import { moveToInvoice } from "./move-to-invoice";
import { moveTrigger } from "./move-trigger";
import { pauseDrip } from "./pause-drip";
import { pauseInvoice } from "./pause-invoice";
import { payInvoice } from "./pay-invoice";
import { payPayout } from "./pay-payout";
import { previewCustomer } from "./preview-customer";
import { previewPartner } from "./preview-partner";
import { previewRefund } from "./preview-refund";
import { previewSale } from "./preview-sale";
import { previewStatementMail } from "./preview-statement-mail";
import { recordRefund } from "./record-refund";
import { recordSale } from "./record-sale";
import { removeFromInvoice } from "./remove-from-invoice";
import { reopenInvoiceByHand } from "./reopen-invoice";
import { repair } from "./repair";
import { resumeDrip } from "./resume-drip";
import { returnPayoutByHand } from "./return-payout";
import { run } from "./run";
import { saveTrigger } from "./save-trigger";
import { sendStatements } from "./send-statements";
import { setRewardStatus } from "./set-reward-status";
import { setTriggerState } from "./set-trigger-state";
import { setUp } from "./set-up";
import { showDrip } from "./show-drip";
import { showInvoice } from "./show-invoice";
import { showPartner } from "./show-partner";
import { showSettings } from "./show-settings";
import { showStatement } from "./show-statement";
import { skipOccurrence } from "./skip-occurrence";
import { takeBackStatus } from "./take-back-status";
import { trustDrip } from "./trust-drip";
import { tryTrigger } from "./try-trigger";
import { unarchiveRecord } from "./unarchive-record";
import { undoRun } from "./undo-run";
import { withdrawEnd } from "./withdraw-end";
import { writeBacktest } from "./write-backtest";
import { writeForecast } from "./write-forecast";
import { writeOff } from "./write-off";
import { writeStatement } from "./write-statement";

/** The registry of use cases: the only calls that the door hands on to the engine (architecture.md §1). */
export const useCases = {
  "accept-changed": acceptChanged,
  "add-customer": addCustomer,
  "add-partner": addPartner,
  "add-sample": addSample,
  "add-to-invoice": addToInvoice,
  "archive-record": archiveRecord,
  "backtest-trigger": backtestTrigger,
  "continue-drip": continueDrip,
  "change-partner": changePartner,
  "change-settings": changeSettings,
  "check-health": checkHealth,
  "create-manual-reward": createManualReward,
  "describe-trigger": describeTrigger,
  "end-drip": endDripByHand,
  "end-drips": endDripsByHand,
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
  "import-transactions": importOwnTransactions,
  "import-triggers": importTriggers,
  "index-partners": indexPartners,
  "judge-again": judgeAgain,
  "list-activity": listActivity,
  "list-changed": listChanged,
  "list-drips": listDrips,
  "list-facts": listFacts,
  "list-invoices": listInvoices,
  "list-payouts": listPayouts,
  "list-places": listPlaces,
  "list-rewards": listRewards,
  "list-triggers": listTriggers,
  "make-payment-file": makePaymentFile,
  "move-to-invoice": moveToInvoice,
  "move-trigger": moveTrigger,
  "pause-drip": pauseDrip,
  "pause-invoice": pauseInvoice,
  "pay-invoice": payInvoice,
  "pay-payout": payPayout,
  "preview-customer": previewCustomer,
  "preview-partner": previewPartner,
  "preview-refund": previewRefund,
  "preview-sale": previewSale,
  "preview-statement-mail": previewStatementMail,
  "record-refund": recordRefund,
  "record-sale": recordSale,
  "remove-from-invoice": removeFromInvoice,
  "reopen-invoice": reopenInvoiceByHand,
  "return-payout": returnPayoutByHand,
  "resume-drip": resumeDrip,
  repair,
  run,
  "save-trigger": saveTrigger,
  "send-statements": sendStatements,
  "set-reward-status": setRewardStatus,
  "set-trigger-state": setTriggerState,
  "set-up": setUp,
  "show-invoice": showInvoice,
  "show-partner": showPartner,
  "show-drip": showDrip,
  "show-settings": showSettings,
  "show-statement": showStatement,
  "take-back-status": takeBackStatus,
  "skip-occurrence": skipOccurrence,
  "trust-drip": trustDrip,
  "try-trigger": tryTrigger,
  "unarchive-record": unarchiveRecord,
  "undo-run": undoRun,
  "withdraw-end": withdrawEnd,
  "write-backtest": writeBacktest,
  "write-forecast": writeForecast,
  "write-off": writeOff,
  "write-statement": writeStatement,
} as const satisfies { readonly [Name in string]: { readonly name: Name } };
