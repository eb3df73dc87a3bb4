import type { Reply } from "../rpc/reply";
import type { ColumnFilter, LineAxis } from "../workbook";
import type { CellArea, ExecutionLine, FilterChoices, Found, MailLine, StyleChange } from "./wire";

/** Where to move the virtual clock to. */
export type ClockMove =
  | { readonly kind: "next-day" }
  | { readonly kind: "next-month" }
  | { readonly kind: "day"; readonly day: string };

type OnSheet = { readonly sheet: number };
/** `count` rows or columns, beginning with a 1-based one. */
type Lines = OnSheet & {
  readonly axis: LineAxis;
  readonly first: number;
  readonly count: number;
};
/** What is looked for, in one sheet or (null) in all that are shown. */
export type Wanted = {
  readonly sheet: number | null;
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeCell: boolean;
  readonly inFormulas: boolean;
};

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
    readonly input: OnSheet & {
      readonly areas: readonly CellArea[];
      readonly what: "values" | "formats";
    };
    readonly output: null;
  };
  readonly "insert-lines": {
    readonly input: OnSheet & {
      readonly axis: LineAxis;
      readonly before: number;
      readonly count: number;
    };
    readonly output: null;
  };
  readonly "delete-lines": { readonly input: Lines; readonly output: null };
  readonly "hide-lines": {
    readonly input: Lines & { readonly hidden: boolean };
    readonly output: null;
  };
  readonly "move-lines": {
    readonly input: Lines & { readonly before: number };
    readonly output: null;
  };
  /** Freezes the first `count` rows or columns; 0 freezes none. */
  readonly freeze: {
    readonly input: OnSheet & { readonly axis: LineAxis; readonly count: number };
    readonly output: null;
  };
  /** A number format, "" for the automatic one. */
  readonly format: {
    readonly input: OnSheet & { readonly areas: readonly CellArea[]; readonly format: string };
    readonly output: null;
  };
  /** What is null is removed, what is left out stays. */
  readonly style: {
    readonly input: OnSheet & { readonly areas: readonly CellArea[]; readonly style: StyleChange };
    readonly output: null;
  };
  readonly note: {
    readonly input: OnSheet & {
      readonly row: number;
      readonly column: number;
      readonly text: string;
    };
    readonly output: null;
  };
  /** Copies cells of any sheet into an area, as often as they fit into it; when cut they are gone where they were. */
  readonly paste: {
    readonly input: OnSheet & {
      readonly to: CellArea;
      readonly from: OnSheet & CellArea;
      readonly kind: "all" | "values" | "formats";
      readonly isCut: boolean;
    };
    readonly output: null;
  };
  /** A single cell stands for all that the sheet holds. */
  readonly "create-filter": { readonly input: OnSheet & CellArea; readonly output: null };
  readonly "remove-filter": { readonly input: OnSheet; readonly output: null };
  readonly "filter-column": {
    readonly input: OnSheet & { readonly column: number; readonly by: ColumnFilter | null };
    readonly output: null;
  };
  readonly "sort-filter": {
    readonly input: OnSheet & { readonly column: number; readonly descending: boolean };
    readonly output: null;
  };
  readonly "filter-values": {
    readonly input: OnSheet & { readonly column: number };
    readonly output: FilterChoices;
  };
  readonly find: { readonly input: Wanted; readonly output: Found };
  /** In one cell, or (null) in all that are found; answers in how many. */
  readonly replace: {
    readonly input: Wanted & { readonly by: string; readonly at: Found["cells"][number] | null };
    readonly output: number;
  };
  /** Takes back the person's last act, or does it again; answers what it was. */
  readonly undo: { readonly input: null; readonly output: string };
  readonly redo: { readonly input: null; readonly output: string };
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
  readonly "hide-sheet": {
    readonly input: OnSheet & { readonly hidden: boolean };
    readonly output: null;
  };
  readonly "copy-sheet": { readonly input: OnSheet; readonly output: number };
  /** To a place among all sheets, from 0. */
  readonly "move-sheet": {
    readonly input: OnSheet & { readonly to: number };
    readonly output: null;
  };
  readonly "color-tab": {
    readonly input: OnSheet & { readonly color: string | null };
    readonly output: null;
  };
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
  /** Stops the clock, or lets it go on by itself. */
  readonly "hold-clock": { readonly input: { readonly held: boolean }; readonly output: null };
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
