import type { HostState } from "../../realm/host-state";

/** The entries of a menu of the script's. */
export type MenuEntry =
  | { readonly kind: "item"; readonly caption: string; readonly functionName: string }
  | { readonly kind: "separator" }
  | { readonly kind: "menu"; readonly caption: string; readonly entries: readonly MenuEntry[] };

/** A menu in the menu bar, or the add-on's below "Extensions". */
export interface TopMenu {
  readonly caption: string;
  readonly addon: boolean;
  readonly entries: readonly MenuEntry[];
}

/** An open page; the HTML is as HtmlService serves it, sizes are in pixels. */
export interface OpenPage {
  readonly kind: "sidebar" | "modal" | "modeless";
  readonly title: string;
  readonly content: string;
  /** A sidebar is 300 pixels wide, whatever the script says (PLATFORM-79). */
  readonly width: number;
  readonly height: number | null;
  /** Grows with each page shown. */
  readonly id: number;
}

/** A small message in the corner; it disappears after some seconds, or stays if negative. */
export interface Toast {
  readonly message: string;
  readonly title: string;
  readonly seconds: number;
}

/** A question to the person; an alert has no text to fill in. */
export interface Question {
  readonly kind: "alert" | "prompt";
  readonly title: string;
  readonly prompt: string;
  readonly buttons: readonly AnswerButton[];
}

export type AnswerButton = "OK" | "CANCEL" | "YES" | "NO" | "CLOSE";

export interface Answer {
  readonly button: AnswerButton;
  /** What was typed into a prompt. */
  readonly text?: string;
}

/** What the person in front of the spreadsheet sees. */
export interface UiState {
  menus: TopMenu[];
  sidebar: OpenPage | null;
  dialogs: OpenPage[];
  readonly toasts: Toast[];
  /** All questions with their answers. */
  readonly asked: (Question & Answer)[];
  /** Answers a question at once; if nobody is there it is closed. */
  answer: (question: Question) => Answer;
  shown: number;
}

/** The state of the Ui, which outlives executions and ends with the host. */
export const uiState = (host: HostState): UiState =>
  host.slot<UiState>("ui", () => ({
    menus: [],
    sidebar: null,
    dialogs: [],
    toasts: [],
    asked: [],
    answer: () => ({ button: "CLOSE" }),
    shown: 0,
  }));
