import { clip, quoted } from "../kernel/cells";
import type { Key } from "../kernel/keys";
import type { Sentence } from "../kernel/message";
import type { Currency } from "../kernel/money";
import type { Work } from "../program/work";
import type { ProgramEvent } from "../rules/program-event";
import type { Customer, Partner, Trigger, tables } from "../tables";
import type { HoldReason } from "../tables/packed/hold-reasons";
import type { Note, Sum, Why } from "../tables/packed/why";
import type { Preview } from "./preview";

export type TriggerColumn = keyof Trigger & keyof typeof tables.triggers.columns;

/** Why a trigger can't be saved so: the column to fix, and a sentence. */
export interface Complaint {
  readonly column: TriggerColumn;
  readonly message: Sentence;
}
/** Everything an action may know and touch when it acts. */
export interface Acting {
  readonly work: Work;
  readonly run: string;
  readonly by: string;
  readonly trigger: Trigger;
  readonly event: ProgramEvent;
  readonly partner: Partner;
  readonly customer: Customer | null;
  /** What the customer kept of the transaction, in minor units; 0 for other events. */
  readonly net: number;
  /** Where there are any, what is made is put on hold for these reasons. */
  readonly hold: readonly HoldReason[];
  /** A test partner or customer: say what would be made, make nothing (JUDGE-10). */
  readonly isTest: boolean;
  /** A cell that is no amount counts as blank, as a person said (CELL-2a). */
  readonly asBlank: boolean;
  /** The partner was moved already in this event; a second move is refused (TRIG-9). */
  readonly hasMoved: boolean;
  /** The explanation with this arithmetic and these notes. */
  why(sum: Sum, notes: readonly Note[]): Why;
}
/** What an action came to. */
export interface Acted {
  /** A reward or drip row stands for it, made now or before; the event's marker names the trigger. */
  readonly made: boolean;
  /** For the event's outcome and the run's record: "granted 20.00 USD". */
  readonly said: Sentence;
  /** The partner was moved to another group: the triggers after this one see it. */
  readonly moved?: true;
}

/** An action's parameters as its columns say them, or what is wrong with those. */
export type Parsed<P> =
  | { readonly ok: true; readonly value: P }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** An action of triggers, with parameters `P`; it says all that there is to know of itself (TRIG-7). */
export interface ActionDefinition<P> {
  /** The columns of the Triggers tab that it takes, in the order of its form; those of one list stand side by side. */
  readonly fields: readonly (readonly TriggerColumn[])[];
  /** Reads the parameters once; a contradictory row is refused. */
  parse(trigger: Trigger): Parsed<P>;
  /** What it does, for lists, without dates and limits: "20.00 USD" (TRIG-20). */
  summary(parameters: P, program: Currency): Sentence;
  /** What would happen on the preview's day: "the partner would earn …" (TRIG-20). */
  effect(parameters: P, preview: Preview): Sentence;
  /** Facts that this action may change for later triggers of the same event: rules on them prove nothing about overlaps. */
  readonly unsettles?: RegExp;
  act(parameters: P, acting: Acting): Acted;
}

/** Names an event in a description that the partner may read. */
export function describe({ trigger, event, customer }: Acting): string {
  if (trigger.offer !== null) return clip(trigger.offer, 2_000);
  const who: Key | null = customer?.name ?? customer?.key ?? null;
  const what = plain[event.kind];
  return who === null ? what : `${what}: ${clip(who)}`;
}

/**
 * What an action comes to where its row exists already: made for this event before; or for one of another kind, whose
 * row has the same key, before the trigger's event was changed. That one is not this one's, and it is said.
 */
export function madeBefore(
  { work, trigger, event }: Acting,
  made: { readonly why: Why | null } | undefined,
  said: string,
): Acted {
  const kind = made?.why?.by === "trigger" ? made.why.kind : undefined;
  if (kind === undefined || kind === event.kind) return { made: true, said };
  const message = `It acted for “${kind}” before its event was changed, also for a row with the key ${quoted(event.key)}, so it can't act for this one. Make a copy of the trigger for the new event, and process that row again.`;
  const at = { table: "Triggers", row: trigger.key, column: "Event" };
  work.report({ code: "TRIGGER_INVALID", at, message });
  return { made: false, said: `could not act: ${said} for “${kind}”, when that was its event` };
}

const plain: Readonly<Record<ProgramEvent["kind"], string>> = {
  "customer created": "New customer",
  "transaction created": "Sale",
  "action recorded": "Action",
  "partner joined or changed group": "Partner program",
};
