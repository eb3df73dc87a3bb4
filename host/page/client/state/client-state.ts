import type { CellArea, PageState, Question, WireStyle } from "../../wire";
import { createStore } from "./store";

/** A cell with what is in it; places are 1-based. */
export type CellContent = {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  /** The displayed text, and the text in the editor. */
  readonly text: string;
  readonly typed: string;
  readonly note: string | null;
  readonly choices: readonly string[] | null;
  readonly styles: Pick<WireStyle, "bold" | "italic" | "underline" | "strike">;
};

/** The cell under the cursor, what is selected with it, and all that is selected. */
export type ActiveCell = CellContent & {
  readonly area: CellArea;
  readonly areas: readonly CellArea[];
};

/** A text that the person is asked for. */
export type Asked = {
  readonly title: string;
  readonly text: string;
  /** Whether it may have several lines. */
  readonly isLong: boolean;
  readonly hint: string;
  readonly done: (text: string) => void;
};

/** A message that the person must close. */
export type Notice = { readonly title: string; readonly text: string };

export type PanelTab = "clock" | "executions" | "outbox";

export type ClientState = {
  readonly page: PageState | null;
  readonly connected: boolean;
  /** Calls to the server that have no answer yet; long ones show as "Working…". */
  readonly working: number;
  readonly sheet: number | null;
  /** How often the sheet was scrolled, zoomed or laid out anew: what lies over its cells follows. */
  readonly moved: number;
  readonly active: ActiveCell | null;
  /** Whether the person last used the keyboard. */
  readonly byKeys: boolean;
  /** The cell under the pointer, when it has a note. */
  readonly hovered: CellContent | null;
  /** The cell whose drop-down is open. */
  readonly choosing: { readonly row: number; readonly column: number } | null;
  /** The header cell whose filter is open. */
  readonly filtering: {
    readonly sheet: number;
    readonly row: number;
    readonly column: number;
  } | null;
  /** Whether the box that finds is open, and whether it replaces too. */
  readonly finding: "find" | "replace" | null;
  readonly asked: Asked | null;
  readonly notice: Notice | null;
  readonly question: Question | null;
  readonly tab: PanelTab | null;
  /** What was done last, for screen readers. */
  readonly said: string;
};

export const client = createStore<ClientState>({
  page: null,
  connected: true,
  working: 0,
  sheet: null,
  moved: 0,
  active: null,
  byKeys: true,
  hovered: null,
  choosing: null,
  filtering: null,
  finding: null,
  asked: null,
  notice: null,
  question: null,
  tab: null,
  said: "",
});
