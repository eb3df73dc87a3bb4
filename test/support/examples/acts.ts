import type { Cell } from "../../../src/engine/kernel/fields";
import { DomainError } from "../../../src/engine/kernel/problem";
import { apply } from "../../../src/engine/program/changeset";
import type { TableName } from "../../../src/engine/tables";
import { endDripByHand } from "../../../src/engine/usecases/drips/end-drip";
import { acceptChanged } from "../../../src/engine/usecases/events/accept-changed";
import { finalizeInvoiceByHand } from "../../../src/engine/usecases/invoices/finalize-invoice";
import { pauseInvoice } from "../../../src/engine/usecases/invoices/pause-invoice";
import { placeRewards } from "../../../src/engine/usecases/invoices/place-rewards";
import { reopenInvoiceByHand } from "../../../src/engine/usecases/invoices/reopen-invoice";
import { payInvoice } from "../../../src/engine/usecases/payouts/pay-invoice";
import { returnPayoutByHand } from "../../../src/engine/usecases/payouts/return-payout";
import { judgeAsBlank, run } from "../../../src/engine/usecases/program/run";
import { createManualReward } from "../../../src/engine/usecases/rewards/create-manual-reward";
import { setRewardStatus } from "../../../src/engine/usecases/rewards/set-reward-status";
import { act } from "../../engine/usecases/act";
import { carryOut, envOn, recordsOf } from "../program";
import { cellsOfRow, cellsOfTrigger, defaultCells } from "./cells";
import type { ActJson, ActOf, Do } from "./format";
import { dripOf, invoiceOf, type Played, rewardOf } from "./names";

type Acts = { readonly [D in Do]: (played: Played, given: ActOf<D>) => Played };
type UseCase = Parameters<typeof act>[1];
type Cells = Readonly<Record<string, Cell>>;

const inserted = (played: Played, table: TableName, cells: Cells): Played => ({
  ...played,
  program: apply(played.program, {
    effects: [{ kind: "insert", table, key: String(cells.key), cells }],
  }),
});

/** Types over cells of a row, as a person in the sheet does. */
function typedOver(
  { program, manual }: Played,
  table: TableName,
  key: string,
  cells: Cells,
): Played {
  const row = program.tables[table]?.byKey.get(key);
  if (!row) throw new Error(`${table} has no row ${key}`);
  const changes = Object.entries(cells).map(([id, to]) => [
    id,
    { from: row.raw.cells[id] ?? "", to },
  ]);
  const update = { kind: "update", table, key, copy: row.copy } as const;
  return {
    manual,
    program: apply(program, { effects: [{ ...update, cells: Object.fromEntries(changes) }] }),
  };
}

const carried = (
  { program, manual }: Played,
  useCase: unknown,
  given: object,
  day: string,
): Played => ({
  manual,
  program: act(program, useCase as UseCase, given, day).program,
});

/** Throws REWARD_UNKNOWN where there is none of that name. */
function rewardIn(played: Played, name: string): string {
  const key = rewardOf(played, name);
  if (key === undefined) throw new DomainError("REWARD_UNKNOWN");
  return key;
}

const toStatus =
  (status: string) =>
  (
    played: Played,
    given: { readonly day: string; readonly reward: string; readonly reason?: string },
  ) => {
    const reason = given.reason ?? (status === "held" || status === "declined" ? "no" : "");
    const rewards = [rewardIn(played, given.reward)];
    return carried(played, setRewardStatus, { rewards, status, reason }, given.day);
  };
const withInvoice =
  (useCase: unknown, more: object = {}) =>
  (played: Played, { invoice, day }: { readonly invoice: string; readonly day: string }) =>
    carried(played, useCase, { invoice: invoiceOf(invoice), ...more }, day);

/** The keys of an invoice's payouts with a status, of one partner or of all. */
const payoutsOf = (
  { program }: Played,
  { invoice, partner }: { readonly invoice: string; readonly partner?: string },
  status: string,
): readonly string[] =>
  recordsOf(program, "payouts")
    .filter((each) => each.invoice === invoiceOf(invoice) && each.status === status)
    .filter((each) => each.amount !== 0 && (partner ?? each.partner) === each.partner)
    .map(({ key }) => key);

const acts: Acts = {
  run: (played, { day }) => ({
    ...played,
    program: carryOut(played.program, run, { kind: "daily" }, envOn(day)).program,
  }),
  "judge as blank": (played, { day, row }) => carried(played, judgeAsBlank, { event: row }, day),
  trigger: (played, given) => inserted(played, "triggers", cellsOfTrigger(given)),
  row: (played, { tab, key, ...row }) =>
    inserted(played, tab, { ...defaultCells(tab, key), ...cellsOfRow(tab, row) }),
  correct: (played, { tab, key, day, ...row }) => {
    const after = typedOver(played, tab, key, cellsOfRow(tab, row));
    // Another sale counts once a person accepts the row (EDIT-12b).
    return row.refund_of === undefined
      ? after
      : carried(after, acceptChanged, { rows: [key] }, day);
  },
  archive: (played, { tab, key, on }) =>
    typedOver(played, tab, key, {
      status: "archived",
      archivedOn: on === undefined ? "" : ({ day: on, time: "" } as never),
    }),
  unarchive: (played, { tab, key }) =>
    typedOver(played, tab, key, { status: "active", archivedOn: "" }),
  manual: (played, { key: name, partner, amount, currency, date, customer, ...given }) => {
    const { program, output } = act(
      played.program,
      createManualReward,
      {
        partner,
        amount,
        description: name,
        confirmed: "yes",
        currency: currency ?? "",
        earnedOn: date ?? "",
        customer: customer ?? "",
        invoiceMonth: given.invoice_month ?? "",
      },
      given.day,
    );
    if (output.kind !== "created") throw new Error(`The manual reward ${name} was not made`);
    return { program, manual: new Map([...played.manual, [name, output.reward]]) };
  },
  type: (played, { reward, amount }) =>
    typedOver(played, "rewards", rewardIn(played, reward), { amount: Number(amount) }),
  hold: toStatus("held"),
  decline: toStatus("declined"),
  approve: toStatus("approved"),
  pending: toStatus("pending"),
  put: (played, { reward, invoice, day }) =>
    carried(
      played,
      placeRewards,
      { to: "on an invoice", rewards: [rewardIn(played, reward)], invoice: invoiceOf(invoice) },
      day,
    ),
  postpone: (played, { reward, day }) =>
    carried(
      played,
      placeRewards,
      { to: "on the next one", rewards: [rewardIn(played, reward)] },
      day,
    ),
  remove: (played, { reward, day }) =>
    carried(
      played,
      placeRewards,
      { to: "off its invoice", rewards: [rewardIn(played, reward)] },
      day,
    ),
  "end drip": (played, { drip, on, day }) =>
    carried(
      played,
      endDripByHand,
      { drips: [dripOf(drip)], on: on ?? "", reason: "ended", confirmed: "yes" },
      day,
    ),
  finalize: withInvoice(finalizeInvoiceByHand),
  pause: withInvoice(pauseInvoice, { paused: "yes" }),
  resume: withInvoice(pauseInvoice, { paused: "no" }),
  reopen: withInvoice(reopenInvoiceByHand, { reason: "reopened", fileUnused: "yes" }),
  pay: (played, given) => {
    const payouts = given.partner === undefined ? null : payoutsOf(played, given, "open");
    const invoice = invoiceOf(given.invoice);
    return carried(played, payInvoice, { invoice, payouts, neverSent: "yes" }, given.day);
  },
  return: (played, given) => {
    const payouts = payoutsOf(played, given, "paid");
    if (payouts.length === 0) throw new DomainError("PAYOUT_NOT_PAID");
    return payouts.reduce(
      (now, payout) => carried(now, returnPayoutByHand, { payout, reason: "came back" }, given.day),
      played,
    );
  },
};

/** Lets a person do one thing. Throws what the use case throws. */
export function doAct(played: Played, given: ActJson): Played {
  const known = acts[given.do];
  if (!known) throw new Error(`No act is called ${given.do}`);
  return known(played, given as never);
}
