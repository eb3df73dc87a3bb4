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
const all = [
  acceptApplication,
  acceptChanged,
  addCustomer,
  addPartner,
  addSample,
  archiveRecord,
  assignPartner,
  backtestTrigger,
  checkImport,
  checkStatement,
  continueDrip,
  changePartner,
  changeSettings,
  checkHealth,
  createManualReward,
  declineApplication,
  describeTrigger,
  endDripByHand,
  explainEvent,
  explainReward,
  exportTriggers,
  finalizeInvoiceByHand,
  findCustomers,
  findEvents,
  findPartners,
  findSales,
  forecast,
  home,
  firstHour,
  wordsInUse,
  importContext,
  foreseeImport,
  importRows,
  checkMove,
  moveIn,
  keepStandingImport,
  settleStandingImport,
  importOwnTransactions,
  importTriggers,
  indexPartners,
  partnerFigures,
  judgeAgain,
  judgeAsBlank,
  listActivity,
  listApplications,
  listChanged,
  listDrips,
  listFacts,
  listImports,
  listInvoices,
  listPayouts,
  listNothingEarned,
  listPlaces,
  listRewards,
  sumRewards,
  chooseRewards,
  listTriggers,
  makeDashboard,
  makePaymentFile,
  paidByPartner,
  placeRewards,
  moveTrigger,
  pauseDrip,
  pauseInvoice,
  payInvoice,
  previewCustomer,
  previewPartner,
  previewRefund,
  previewSale,
  previewUndoImport,
  previewStatementMail,
  programReport,
  recordRefund,
  recordSale,
  reopenInvoiceByHand,
  returnPayoutByHand,
  resumeDrip,
  repair,
  run,
  saveTrigger,
  sendNotice,
  sendStatements,
  sendTestStatement,
  setRewardAmount,
  setRewardStatus,
  setTriggerState,
  setUp,
  settleRefused,
  showInvoice,
  showPartner,
  showDrip,
  showSettings,
  showStatement,
  takeAnswer,
  takeBackStatus,
  skipOccurrence,
  trustDrip,
  switchDrips,
  tryTrigger,
  unarchiveRecord,
  undoApplication,
  undoImport,
  undoRun,
  undoSwitch,
  withdrawEnd,
  writeBacktest,
  writeForecast,
  writeOff,
  writeStatement,
] as const;
type All = (typeof all)[number];

export const useCases = Object.fromEntries(all.map((each) => [each.name, each])) as {
  readonly [U in All as U["name"]]: U;
};
