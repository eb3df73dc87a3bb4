import type { ActionJson, TriggerJson } from "../examples/format";
import type { Span } from "./numbers";

/** A row of one of the four tabs; amounts in minor units. */
export interface Row {
  readonly tab: "partners" | "customers" | "transactions" | "actions";
  readonly key: string;
  date: string;
  time: string;
  partner?: string;
  customer?: string;
  group: string;
  /** The group that was last judged. */
  groupJudged: string;
  amount: number;
  currency: string;
  refundOf?: string;
  kind: string;
  count: number;
  archived: boolean;
  archivedOn: string | null;
  /** Its archiving has been lived. */
  closed: boolean;
  /** What a sale was judged at. */
  judgedAmount: number;
  lived: { readonly partner: string | null; readonly number: number } | null;
  /** What a refund counts since it was last lived. */
  counted: { readonly amount: number; readonly sale: string } | null;
}
/** The frozen terms of a reward or a drip. */
export interface Terms {
  readonly flat: number | null;
  readonly percent: string | null;
  readonly split: boolean;
  readonly parts: number;
  readonly delay: Span;
  readonly cycle: Span;
  readonly most: number | null;
}
type Status = "pending" | "approved" | "held" | "declined" | "paid";
export interface Decision {
  readonly status: Status;
  readonly reason: string;
  readonly by: string;
}
/** A reward, or a line that adjusts one (`of`). */
export interface Reward {
  readonly key: string;
  readonly of: string | null;
  readonly source: "trigger" | "drip" | "manual" | "adjustment";
  readonly event: string | null;
  readonly trigger: string | null;
  readonly k: number;
  readonly sale: string | null;
  readonly partner: string;
  readonly customer: string | null;
  readonly currency: string;
  readonly terms: Terms | null;
  earned: string;
  /** The amount when it was made. */
  made: number;
  amount: number;
  status: Status;
  reason: string;
  by: string;
  invoice: string | null;
  /** The final invoices that carried it on. */
  carried: string[];
  /** The amount that a person typed, and what was calculated then. */
  typed: number | null;
  calculatedThen: number;
  /** What persons let stand: by line, from the declined target to what stood then. */
  stand: { readonly line: string; readonly declined: number; readonly stood: number }[];
  /** The typed amount that a decline dropped. */
  dropped: { readonly typed: number; readonly calculatedThen: number } | null;
  /** What it was before the program declined it. */
  former: Decision | null;
  /** What a person approved it at. */
  approved: number | null;
  /** The room that limits left when it was made. */
  room: number | null;
}
export interface Drip {
  readonly key: string;
  readonly event: string;
  readonly trigger: string;
  readonly sale: string | null;
  readonly partner: string;
  readonly customer: string | null;
  readonly currency: string;
  readonly terms: Terms;
  readonly date: string;
  readonly late: boolean;
  /** The reward of each part that was made; null for one of zero. */
  readonly made: Map<number, string | null>;
  ends: {
    readonly on: string;
    readonly cause: string;
    readonly isNoted?: boolean;
    readonly waits?: boolean;
  }[];
  /** It goes on after a full refund was taken back. */
  revived: boolean;
}
export interface Invoice {
  readonly key: string;
  readonly currency: string;
  readonly opened: string;
  readonly until: string;
  final: boolean;
  paused: boolean;
}
export interface Payout {
  readonly invoice: string;
  readonly partner: string;
  readonly currency: string;
  readonly amount: number;
  state: "open" | "paid" | "returned";
  readonly lines: readonly string[];
}
export interface Trigger extends Omit<TriggerJson, "limits"> {
  readonly action: ActionJson;
  readonly caps: {
    readonly reward: number | null;
    readonly customer: number | null;
    readonly month: number | null;
  } | null;
  readonly capCurrency: string;
}
export interface Settings {
  readonly currency: string;
  readonly start: string;
  readonly review: number;
  readonly late: number;
  readonly even: boolean;
  readonly silence: boolean;
  readonly minimum: Readonly<Record<string, number>>;
}
/** The whole program at a moment; the functions of the reference change it in place. */
export interface Model {
  readonly settings: Settings;
  today: string;
  /** The day that the present run is living. */
  day: string;
  livedUntil: string;
  /** Lived until, when the present run started: events are late by it. */
  lateMark: string;
  lastOpened: string;
  readonly rows: Map<string, Row>;
  readonly triggers: Map<string, Trigger>;
  readonly rewards: Map<string, Reward>;
  readonly drips: Map<string, Drip>;
  readonly invoices: Map<string, Invoice>;
  payouts: Payout[];
  /** Amounts typed over those of rewards, that nothing has taken up yet. */
  readonly typing: Map<string, number>;
}

export const rowOf = (
  m: Model,
  tab: Row["tab"],
  key: string | null | undefined,
): Row | undefined => (key === null || key === undefined ? undefined : m.rows.get(`${tab} ${key}`));
export const allRows = (m: Model, tab?: Row["tab"]): readonly Row[] =>
  [...m.rows.values()].filter((row) => tab === undefined || row.tab === tab);
export const saleOf = (m: Model, key: string | null | undefined): Row | undefined =>
  rowOf(m, "transactions", key);
/** The rewards that adjust no other. */
export const mains = (m: Model): readonly Reward[] =>
  [...m.rewards.values()].filter((reward) => reward.of === null);
export const linesOf = (m: Model, reward: Reward): readonly Reward[] =>
  [...m.rewards.values()].filter((line) => line.of === reward.key);
