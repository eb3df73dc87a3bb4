import type { Cell } from "../../../src/engine/kernel/fields";
import type { CellsJson, Tab, TriggerJson } from "./format";

type Cells = Readonly<Record<string, Cell>>;

const moment = (day: string, time = ""): Cell =>
  ({ day, time: time === "" ? "" : `${time}:00` }) as never;
const day = (text: string): Cell => moment(text);

/** The column in which a tab holds a row's date. */
const dateColumns = {
  partners: "joinedOn",
  customers: "createdOn",
  transactions: "date",
  actions: "date",
} as const satisfies Readonly<Record<Tab, string>>;

/** What a person types into a row, by column id. */
export function cellsOfRow(tab: Tab, row: CellsJson): Cells {
  const { date, time, amount, refund_of: refundOf, partner, customer, group, ...others } = row;
  return {
    ...(date === undefined ? {} : { [dateColumns[tab]]: moment(date, time) }),
    ...(amount === undefined ? {} : { amount: Number(amount) }),
    ...(refundOf === undefined ? {} : { refundOf }),
    ...(partner === undefined ? {} : { partner }),
    ...(customer === undefined ? {} : { customer }),
    ...(group === undefined ? {} : { group }),
    ...(others.currency === undefined ? {} : { currency: others.currency }),
    ...(others.product === undefined ? {} : { product: others.product }),
    ...(others.kind === undefined ? {} : { kind: others.kind }),
    ...(others.count === undefined ? {} : { count: others.count }),
  };
}

/** What a new row has besides: a tab's required cells that the format leaves out. */
export const defaultCells = (tab: Tab, key: string): Cells =>
  tab === "partners" || tab === "customers"
    ? { key, name: key }
    : tab === "actions"
      ? { key, kind: "demo" }
      : { key };

/** A trigger's row. */
export function cellsOfTrigger(trigger: TriggerJson): Cells {
  const { action, limits = {} } = trigger;
  const all: Readonly<Record<string, Cell | undefined>> = {
    key: trigger.key,
    name: trigger.key,
    state: trigger.state ?? "active",
    order: trigger.order,
    event: trigger.event,
    rules: trigger.rules && JSON.stringify(trigger.rules),
    set: trigger.set,
    from: trigger.from && day(trigger.from),
    until: trigger.until && day(trigger.until),
    firstEvents: trigger.first_events,
    firstOfPartner: trigger.first_of_partner,
    withinMonths: trigger.within_months,
    limitCurrency: trigger.limit_currency,
    limitPerReward: limits.reward && Number(limits.reward),
    limitPerCustomer: limits.customer && Number(limits.customer),
    limitPerMonth: limits.month && Number(limits.month),
    action: action.do,
    amount: action.amount && Number(action.amount),
    currency: action.currency,
    percent: action.percent,
    mode: action.split ? "split a total" : undefined,
    delay: action.delay?.[0],
    delayUnit: action.delay?.[1],
    cycle: action.cycle?.[0],
    cycleUnit: action.cycle?.[1],
    occurrences: action.occurrences,
    group: action.group,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, Cell] => entry[1] !== undefined),
  );
}
