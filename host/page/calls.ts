import type { Reply } from "../rpc/reply";
import type { CellArea, ExecutionLine, MailLine } from "./wire";

/** Where to move the virtual clock to. */
export type ClockMove =
  | { readonly kind: "next-day" }
  | { readonly kind: "next-month" }
  | { readonly kind: "day"; readonly day: string };

type OnSheet = { readonly sheet: number };

/** Every POST /api/<name>: what the client sends, and what it gets. */
export type Calls = {
  readonly type: {
    readonly input: OnSheet & {
      readonly row: number;
      readonly column: number;
      readonly texts: readonly (readonly string[])[];
      readonly by: "person" | "paste";
    };
    readonly output: null;
  };
  readonly clear: {
    readonly input: OnSheet & { readonly areas: readonly CellArea[] };
    readonly output: null;
  };
  readonly "insert-rows": {
    readonly input: OnSheet & { readonly before: number; readonly count: number };
    readonly output: null;
  };
  readonly "delete-rows": {
    readonly input: OnSheet & { readonly row: number; readonly count: number };
    readonly output: null;
  };
  /** The person selected a cell or an area. */
  readonly select: { readonly input: OnSheet & CellArea; readonly output: null };
  readonly sort: {
    readonly input: OnSheet & { readonly column: number; readonly descending: boolean };
    readonly output: null;
  };
  readonly widen: {
    readonly input: OnSheet & { readonly column: number; readonly width: number };
    readonly output: null;
  };
  readonly "add-sheet": { readonly input: { readonly name?: string }; readonly output: number };
  readonly "rename-sheet": {
    readonly input: OnSheet & { readonly name: string };
    readonly output: null;
  };
  readonly "delete-sheet": { readonly input: OnSheet; readonly output: null };
  /** The captions on the way to a menu item, from the menu bar on. */
  readonly click: { readonly input: { readonly path: readonly string[] }; readonly output: null };
  readonly run: {
    readonly input: {
      readonly functionName: string;
      /** The JSON of a list. */
      readonly args: string;
    };
    readonly output: Reply;
  };
  readonly "close-panel": { readonly input: { readonly id: string }; readonly output: null };
  readonly clock: { readonly input: ClockMove; readonly output: { readonly fired: number } };
  readonly executions: { readonly input: null; readonly output: readonly ExecutionLine[] };
  readonly outbox: { readonly input: null; readonly output: readonly MailLine[] };
};

export type CallName = keyof Calls;
export type Input<N extends CallName> = Calls[N]["input"];
export type Output<N extends CallName> = Calls[N]["output"];

/** How a call is answered; an act that the workbook refuses has Google's message. */
export type Answer<N extends CallName> =
  | { readonly ok: true; readonly output: Output<N> }
  | { readonly ok: false; readonly message: string };
