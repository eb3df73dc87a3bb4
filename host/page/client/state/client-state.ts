import type { CellArea, PageState, Question } from "../../wire";
import { createStore } from "./store";

/** The cell under the cursor, with what is in it; places are 1-based. */
export type ActiveCell = {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly area: CellArea;
  /** As shown, and as the editor has it. */
  readonly text: string;
  readonly typed: string;
  readonly note: string | null;
  readonly choices: readonly string[] | null;
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
  readonly active: ActiveCell | null;
  /** The cell under the pointer, when it has a note. */
  readonly hovered: Pick<ActiveCell, "row" | "column" | "note"> | null;
  readonly notice: Notice | null;
  readonly question: Question | null;
  readonly tab: PanelTab | null;
  /** What was last done, for screen readers. */
  readonly said: string;
};

export const client = createStore<ClientState>({
  page: null,
  connected: true,
  working: 0,
  sheet: null,
  active: null,
  hovered: null,
  notice: null,
  question: null,
  tab: null,
  said: "",
});
