import { addToInvoice } from "./add-to-invoice";
import { createManualReward } from "./create-manual-reward";
import { endDripByHand } from "./end-drip";
import { finalizeInvoiceByHand } from "./finalize-invoice";
import { findPartners } from "./find-partners";
import { home } from "./home";
import { listDrips } from "./list-drips";
import { listPlaces } from "./list-places";
import { pauseInvoice } from "./pause-invoice";
import { payInvoice } from "./pay-invoice";
import { payPayout } from "./pay-payout";
import { removeFromInvoice } from "./remove-from-invoice";
import { run } from "./run";
import { setRewardStatus } from "./set-reward-status";
import { setUp } from "./set-up";

/** The registry of use cases: the only calls that the door hands on to the engine (architecture.md §1). */
export const useCases = {
  "add-to-invoice": addToInvoice,
  "create-manual-reward": createManualReward,
  "end-drip": endDripByHand,
  "finalize-invoice": finalizeInvoiceByHand,
  "find-partners": findPartners,
  home,
  "list-drips": listDrips,
  "list-places": listPlaces,
  "pause-invoice": pauseInvoice,
  "pay-invoice": payInvoice,
  "pay-payout": payPayout,
  "remove-from-invoice": removeFromInvoice,
  run,
  "set-reward-status": setRewardStatus,
  "set-up": setUp,
} as const satisfies { readonly [Name in string]: { readonly name: Name } };
