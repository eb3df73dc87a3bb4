/** The JSON format of docs/spec/examples, as its README describes it. Amounts are decimal text, days ISO text. */

type Span = readonly [count: number, unit: "days" | "weeks" | "months" | "years"];
/** What a trigger does; `amount` or `percent`, never both. */
export interface ActionJson {
  readonly do:
    | "grant a reward"
    | "start a drip"
    | "move the partner to a group"
    | "end the customer's drips";
  readonly amount?: string;
  readonly currency?: string;
  readonly percent?: string;
  readonly split?: boolean;
  readonly delay?: Span;
  readonly cycle?: Span;
  readonly occurrences?: number;
  readonly group?: string;
}
export interface TriggerJson {
  readonly key: string;
  readonly event:
    | "partner joined or changed group"
    | "customer created"
    | "transaction created"
    | "action recorded";
  readonly state?: "draft" | "active" | "paused";
  readonly order?: number;
  readonly set?: string;
  readonly from?: string;
  readonly until?: string;
  readonly rules?: object;
  readonly first_events?: number;
  readonly first_of_partner?: number;
  readonly within_months?: number;
  readonly limit_currency?: string;
  readonly limits?: {
    readonly reward?: string;
    readonly customer?: string;
    readonly month?: string;
  };
  readonly action: ActionJson;
}

export const tabs = ["partners", "customers", "transactions", "actions"] as const;
export type Tab = (typeof tabs)[number];
/** Cells of a row as a person types them. */
export interface CellsJson {
  readonly date?: string;
  readonly time?: string;
  readonly partner?: string;
  readonly customer?: string;
  readonly group?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly refund_of?: string;
  readonly product?: string;
  readonly kind?: string;
  readonly count?: number;
}
type OnReward<Do extends string> = { readonly do: Do; readonly reward: string };
type OnInvoice<Do extends string> = { readonly do: Do; readonly invoice: string };
type OfPartner = { readonly partner?: string };
/** Something that a person does; see the README for each. */
export type ActJson = { readonly day: string; readonly refused?: string } & (
  | { readonly do: "run" }
  | { readonly do: "judge as blank"; readonly row: string }
  | ({ readonly do: "trigger" } & TriggerJson)
  | ({ readonly do: "row"; readonly tab: Tab; readonly key: string } & CellsJson)
  | ({ readonly do: "correct"; readonly tab: Tab; readonly key: string } & CellsJson)
  | { readonly do: "archive"; readonly tab: Tab; readonly key: string; readonly on?: string }
  | { readonly do: "unarchive"; readonly tab: Tab; readonly key: string }
  | {
      readonly do: "manual";
      readonly key: string;
      readonly partner: string;
      readonly amount: string;
      readonly currency?: string;
      readonly date?: string;
      readonly customer?: string;
      readonly invoice_month?: string;
    }
  | (OnReward<"type"> & { readonly amount: string })
  | (OnReward<"hold" | "decline"> & { readonly reason?: string })
  | OnReward<"approve" | "pending" | "remove" | "postpone">
  | (OnReward<"put"> & { readonly invoice: string })
  | { readonly do: "end drip"; readonly drip: string; readonly on?: string }
  | OnInvoice<"finalize" | "pause" | "resume" | "reopen">
  | (OnInvoice<"pay" | "return"> & OfPartner)
);
export type Do = ActJson["do"];
export type ActOf<D extends Do> = ActJson extends infer A
  ? A extends { readonly do: infer Known }
    ? D extends Known
      ? A
      : never
    : never
  : never;

/** A day, or every day of a span. */
export type RunsJson = readonly (string | { readonly from: string; readonly to: string })[];
export interface ProgramJson {
  readonly settings?: Readonly<Record<string, string>>;
  readonly triggers?: readonly TriggerJson[];
  readonly acts: readonly ActJson[];
  readonly runs?: RunsJson;
}

/** What a program looks like: the whole of it, or as much as an example says. */
export interface LineState {
  readonly amount: string;
  readonly status: string;
  readonly reason: string;
  readonly earned: string;
  readonly final: boolean;
}
export interface RewardState extends LineState {
  readonly currency: string;
  readonly source: string;
  readonly partner: string;
  readonly customer: string | null;
  readonly invoice: string | null;
  readonly estimated: string | null;
  readonly net: string;
  readonly open: string | null;
  readonly lines: readonly LineState[];
}
export interface DripState {
  readonly status: string;
  readonly partner: string;
  readonly made: readonly number[];
  readonly to_come: readonly number[];
  readonly lost: readonly number[];
  /** The days of the parts that were made, then of those to come. */
  readonly dates: readonly string[];
  readonly amounts: readonly string[];
  readonly amount_to_come: string;
  readonly amount_lost: string;
}
export interface InvoiceState {
  readonly status: string;
  readonly opened: string;
  readonly review_ends: string;
  readonly paused: boolean;
  readonly lines: number;
  readonly total: string;
}
export interface PayoutState {
  readonly invoice: string;
  readonly partner: string;
  readonly amount: string;
  readonly status: string;
}
export interface ProgramState {
  readonly rewards: Readonly<Record<string, RewardState>>;
  readonly drips: Readonly<Record<string, DripState>>;
  readonly invoices: Readonly<Record<string, InvoiceState>>;
  readonly payouts: readonly PayoutState[];
  readonly groups: Readonly<Record<string, string>>;
  /** The number that each judged row got. */
  readonly judged: Readonly<Record<string, number>>;
  /** The sum of all nets, by currency. */
  readonly net: Readonly<Record<string, string>>;
}

export interface StatementState {
  readonly final: boolean;
  readonly opening: string;
  readonly earned: string;
  readonly paid_out: string;
  readonly closing: string;
  readonly pending: string;
  readonly held: string;
  readonly to_come: string;
}

type Some<T> = { readonly [K in keyof T]?: T[K] };
/** What an example says of the program after the acts and runs of a day, or at its end. */
export interface ExpectJson {
  readonly on?: string;
  readonly rewards?: Readonly<
    Record<
      string,
      Some<Omit<RewardState, "lines">> & { readonly lines?: readonly Some<LineState>[] }
    >
  >;
  readonly drips?: Readonly<Record<string, Some<DripState>>>;
  readonly invoices?: Readonly<Record<string, Some<InvoiceState>>>;
  readonly payouts?: readonly Some<PayoutState>[];
  readonly groups?: ProgramState["groups"];
  readonly judged?: Readonly<Record<string, number | null>>;
  readonly net?: ProgramState["net"];
  /** By partner, month and currency: `P 2026-01 USD`. */
  readonly statements?: Readonly<Record<string, Some<StatementState>>>;
}
export interface ExampleJson extends ProgramJson {
  readonly name: string;
  readonly rule: string;
  /** The same comes of these runs instead. */
  readonly or_runs?: readonly RunsJson[];
  readonly expect: readonly ExpectJson[];
}
/** A percent of an amount, rounded once. */
export interface CalculationJson {
  readonly percent: string;
  readonly of: string;
  readonly currency: string;
  readonly rounding?: "half away from zero" | "half to even";
  readonly gives: string;
}
export interface ExamplesJson {
  readonly about: string;
  readonly calculations?: readonly CalculationJson[];
  readonly examples: readonly ExampleJson[];
}
