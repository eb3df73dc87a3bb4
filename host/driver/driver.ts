import type { ExecutionRecord, HostState, LogLine, ServiceCallHook } from "../realm/host-state";
import type { Usage } from "../realm/usage";
import type { SentMail } from "../services/mail/outside";
import type { Answer, Question, TopMenu, UiState } from "../services/ui/ui-state";
import type { Workbook } from "../workbook";
import type { HostOptions } from "./host-options";
import type { People } from "./people";
import type { ServedPage, WebParameters } from "./web-app";

/** An execution as the list of them shows it. */
export interface ExecutionReport extends Omit<ExecutionRecord, "startedAt"> {
  readonly startedAt: Date;
}

/** The function's return value, as plain data of the main realm. */
export interface Called {
  readonly result: unknown;
  readonly logs: readonly LogLine[];
  readonly usage: Usage;
}

export interface DriverClock {
  readonly now: () => Date;
  /**
   * Moves virtual time to a Date, an ISO text or a day ("2026-03-01", its noon in the program's
   * zone) and runs what comes due on the way, in order; answers with these executions.
   */
  readonly advanceTo: (moment: Date | string | number) => Promise<readonly ExecutionReport[]>;
}

/** What a test or the page works with: a program, a workbook and a person in front of them. */
export interface Driver extends People {
  /**
   * Runs a top-level function as the script editor's *Run* does, without a Ui; rejects with the script's error (name, message,
   * scriptStack) or with one named "Killed". The script has run when this returns its promise.
   */
  readonly call: (name: string, ...args: readonly unknown[]) => Promise<Called>;
  /** The same from in front of the spreadsheet, as a menu item or a page calls it: with a Ui; `rpc` as below, with its token. */
  readonly atSheet: (name: string, ...args: readonly unknown[]) => Promise<Called>;
  /** google.script.run.rpc(name, input, token) of a sidebar that was opened just now: the reply as a page gets it; rejects as its failure handler. */
  readonly rpc: (name: string, input?: unknown) => Promise<unknown>;
  /** google.script.run: any top-level function as a page calls it, at most ten at once. */
  readonly run: (name: string, args: readonly unknown[]) => Promise<unknown>;
  /** A visitor opens the web app's address: doGet as its deployer, with no Ui and no name of the visitor; its page, if it gives one. */
  readonly visit: (parameter?: WebParameters) => Promise<ServedPage | null>;
  /** google.script.run from a page of the web app, as any visitor may write one. */
  readonly runAsVisitor: (name: string, args: readonly unknown[]) => Promise<unknown>;
  /** Runs a schedule's function now, as its clock run does: as the schedule's creator, with its id; rejects where there is none. */
  readonly fire: (handler: string, creator?: string) => Promise<Called>;
  /** Opens the spreadsheet again: runs onOpen, if the program has it. */
  readonly reload: () => Promise<void>;
  /** The menus that onOpen has built. */
  readonly menu: () => readonly TopMenu[];
  /** Clicks the menu item with that caption, or "Program › Run now" if several have it. */
  readonly click: (caption: string) => Promise<Called>;
  /** Sets how the person answers alerts and prompts; without it nobody answers. */
  readonly answer: (answer: (question: Question) => Answer) => void;
  /** The sidebar, dialogs and toasts that were shown, and what was asked. */
  readonly view: () => Pick<UiState, "sidebar" | "dialogs" | "toasts" | "asked">;
  readonly closeSidebar: () => void;
  /** Closes the dialog with that id. */
  readonly closeDialog: (id: number) => void;
  readonly outbox: () => readonly SentMail[];
  readonly clock: DriverClock;
  /** The sum since the host was opened, and the usage of the last execution. */
  readonly usage: () => Usage & { readonly last: Usage };
  readonly executions: () => ExecutionReport[];
  /** Calls the hook before each service call; if it throws, the execution is killed there. */
  readonly onServiceCall: (hook: ServiceCallHook | null) => void;
  /** File → Settings → Time zone. */
  readonly setTimeZone: (zone: string) => void;
  /** File → Make a copy: a new id, the script with it, but no properties and no triggers. */
  readonly copy: (user?: string) => Driver;
  /** The same spreadsheet as it is now, in memory, opened a second time with these options instead; what is done in one is not in the other. */
  readonly fork: (options?: Omit<HostOptions, "file" | "dist">) => Driver;
  /** All that the workbook's own file would hold, as its text. */
  readonly text: () => string;
  /** Saves a copy as .json or .xlsx. */
  readonly save: (file: string) => Promise<void>;
  /** Grants these scopes and no others, or all that the manifest asks for. */
  readonly grant: (scopes: readonly string[] | "all") => void;
  /** Why changes could not be saved by themselves; null while they could. */
  readonly unsaved: () => string | null;
  /** Waits until the workbook's own file is saved, and gives it free. */
  readonly close: () => Promise<void>;
  /** Does what a person does to the workbook, then saves and notifies the listeners. */
  readonly act: <T>(work: () => T) => T;
  /** Notifies of each act, execution and move of the clock; returns a function that stops that. */
  readonly onChange: (listener: () => void) => () => void;
  readonly workbook: Workbook;
  /** The file that was opened, if one was. */
  readonly file: string | undefined;
  /** What the page and the host's own tests work on. */
  readonly state: HostState;
}
