import type { CallInput } from "../kernel/input";
import type { Message } from "../kernel/message";
import type { Problem, RefusalCode } from "../kernel/problem";
import type { CopyDecision, NoticeReader, RecordTab } from "../kernel/vocabulary";
import type { useCases } from "../usecases";
import type { FormsOf } from "../usecases/shared/describe-forms";
import type { Decision } from "../usecases/shared/use-case";

type UseCases = typeof useCases;

/** Who owns the schedule and when it last ran, for the sidebar's warnings (RUN-12). */
export interface ScheduleStatus {
  /** The account that owns the schedule; "" where nobody does. */
  readonly owner: string;
  readonly you: string;
  readonly timeZone: string;
  /** Hours since the last clock run; null where there was none. */
  readonly hoursSinceClockRun: number | null;
  /** The last clock run is over 26 hours old, or none has come for so long since the schedule was installed. */
  readonly isStale: boolean;
  readonly hasTwoOwners: boolean;
  readonly isTestCopy: boolean;
}
/** The record in whose row the person's active cell is. */
export interface ActiveRecord {
  readonly table: RecordTab;
  readonly key: string;
}
/** How something of the platform was found: as the program expects, otherwise and handled, or in its way. */
export type Verdict = "expected" | "around" | "stops";
/** What *Check this installation* tries out, each by itself (INSTALL-7). */
export interface Probe {
  readonly name:
    | "apostrophe"
    | "zeros"
    | "dates"
    | "clock"
    | "mark"
    | "lock"
    | "properties"
    | "schedule"
    | "mail quota"
    | `right ${"spreadsheet" | "pages" | "email" | "clock" | "mail"}`;
  readonly verdict: Verdict;
  /** What was found, as data: what Google said, a number, days; "" where the verdict says it all. */
  readonly found: string;
}
/** The link to a partner's page, or why there is none. */
export type PartnerLink =
  | { readonly link: string; readonly why: null }
  | { readonly link: null; readonly why: "no address" | "not written" };
/** A notice as it would go, word for word, or as an example where none is due; none where nothing has happened yet. */
export interface NoticePreview {
  /** How many mails the next run would send. */
  readonly due: number;
  readonly mail: { readonly to: string; readonly subject: string; readonly text: string } | null;
}
interface Door<I, O> {
  readonly input: I;
  readonly output: O;
}
type None = Readonly<Record<string, never>>;
/** Calls that the adapter answers itself, since they are about the platform and not about the program. */
export interface DoorCalls {
  readonly "schedule-status": Door<None, ScheduleStatus & { readonly isUndecidedCopy: boolean }>;
  readonly "check-installation": Door<
    None,
    {
      readonly version: string;
      /** The spreadsheet's locale and time zone. */
      readonly locale: string;
      readonly probes: readonly Probe[];
      /** In seconds: a round trip, a cell read, a cell written. */
      readonly costs: { readonly trip: number; readonly read: number; readonly written: number };
    }
  >;
  readonly "install-schedule": Door<None, ScheduleStatus>;
  /** Removes the schedule of the account at the keyboard. */
  readonly "remove-schedule": Door<None, ScheduleStatus>;
  readonly "decide-copy": Door<{ readonly as: CopyDecision }, ScheduleStatus>;
  /** Takes the person to a cell, its row being found by key: `table` is the tab, `column` the header. */
  readonly "show-cell": Door<
    { readonly table: string; readonly key: string; readonly column: string },
    { readonly a1: string }
  >;
  /** Null where the active cell is in no row of a record. */
  readonly "active-record": Door<None, ActiveRecord | null>;
  /** What this person has typed and not sent yet: texts by name. */
  readonly "find-drafts": Door<None, Readonly<Record<string, string>>>;
  /** Saves a draft of this person; the text "" deletes it. */
  readonly "save-draft": Door<{ readonly name: string; readonly text: string }, null>;
  /** Where an import can come from: other tabs, and how files were read before, by the fingerprint of their headers. */
  readonly "import-sources": Door<
    None,
    {
      readonly timeZone: string;
      readonly tabs: readonly string[];
      readonly mappings: Readonly<Record<string, string>>;
      /** The team's own columns of Transactions. */
      readonly ownColumns: readonly string[];
      readonly programColumns: readonly string[];
    }
  >;
  /** Adds columns of the team's own to Transactions, those that are not there yet. */
  readonly "add-columns": Door<
    { readonly headers: readonly string[] },
    { readonly added: readonly string[] }
  >;
  /** A tab as the text of a file, its cells parted by tabs. */
  readonly "read-tab": Door<{ readonly tab: string }, { readonly text: string }>;
  readonly "save-mapping": Door<{ readonly fingerprint: string; readonly text: string }, null>;
  readonly "partner-link": Door<{ readonly partner: string }, PartnerLink>;
  /** Makes the links to a partner's page void that were given out so far; the answer has a new one. */
  readonly "revoke-partner-link": Door<{ readonly partner: string }, PartnerLink>;
  readonly "revoke-partner-links": Door<None, null>;
  readonly "preview-notices": Door<{ readonly to: NoticeReader }, NoticePreview>;
  /** Mails what the preview shows to the person who asks. */
  readonly "test-notice": Door<{ readonly to: NoticeReader }, { readonly to: string }>;
  /** Opens a screen, about the record of that key or "", in a wide dialog. */
  readonly "open-wide": Door<{ readonly screen: string; readonly about: string }, null>;
}

/** What the sidebar may call. */
export type Call = keyof UseCases | keyof DoorCalls;

/** What a call takes, by input: plain JSON, amounts and days also as somebody typed them; the server reads them with its fields. */
export type Input<C extends Call> = C extends keyof DoorCalls
  ? DoorCalls[C]["input"]
  : C extends keyof UseCases
    ? CallInput<UseCases[C]["inputs"]>
    : never;
/** What a call answers with: plain JSON. */
export type Output<C extends Call> = C extends keyof DoorCalls
  ? DoorCalls[C]["output"]
  : C extends keyof UseCases
    ? ReturnType<UseCases[C]["decide"]> extends Decision<infer Out>
      ? Out
      : never
    : never;

export type ReplyError = {
  readonly code: RefusalCode;
  /** What is refused, in plain words. */
  readonly message: string;
  /** The same as data, where values are in it: the sidebar writes them in the reader's locale. */
  readonly sentence?: Message;
  readonly problems?: readonly Problem[];
};
/** The envelope in which every call is answered (ADR-14). */
export type Reply<C extends Call> =
  | { readonly ok: true; readonly output: Output<C> }
  | { readonly ok: false; readonly error: ReplyError };

export type { FormField } from "../usecases/shared/describe-forms";
export type Forms = FormsOf<UseCases>;
