import type { ExecutionKind } from "../../realm/host-state";
import type { Plain } from "../../realm/inside/bridge";
import type { OutsideService } from "../../realm/outside-service";
import { requireScope } from "../../realm/require-scope";
import { ServiceError } from "../../workbook/base/service-error";
import { menuEntries } from "./menu-entries";
import { type AnswerButton, type OpenPage, type Question, uiState } from "./ui-state";

/** The width of every sidebar, and the default size of a dialog, in pixels. */
const sidebarWidth = 300;
const dialogSize = { width: 600, height: 400 } as const;

const toastSeconds = 5;

/** Executions with a person in front of the spreadsheet; the editor's Run button is not one (PLATFORM-64). */
const atSpreadsheet: Readonly<Record<ExecutionKind, boolean>> = {
  menu: true,
  rpc: true,
  simple: true,
  call: false,
  "time-driven": false,
  web: false,
};

/** The host's half of Ui: menus, the sidebar, dialogs, and questions that the driver answers. */
export const ui: OutsideService = (host, execution) => {
  const state = uiState(host);
  const open = (kind: OpenPage["kind"], title: Plain, content: Plain, size: readonly Plain[]) => {
    state.shown += 1;
    const [width, height] = size;
    return {
      kind,
      title: String(title),
      content: String(content),
      width: kind === "sidebar" ? sidebarWidth : Number(width ?? dialogSize.width),
      height: kind === "sidebar" ? null : Number(height ?? dialogSize.height),
      id: state.shown,
    };
  };
  return {
    "ui.check": (call = "SpreadsheetApp.getUi") => {
      if (atSpreadsheet[execution.kind]) return;
      throw new ServiceError(`Cannot call ${String(call)}() from this context.`);
    },
    "ui.menu": (caption, addon, told) => {
      const menu = {
        caption: String(caption),
        addon: addon === true,
        entries: menuEntries(told),
      };
      const others = state.menus.filter(
        (each) => each.addon !== menu.addon || each.caption !== menu.caption,
      );
      state.menus = [...others, menu];
    },
    "ui.ask": (kind, title, prompt, ...buttons) => {
      const question: Question = {
        kind: kind === "prompt" ? "prompt" : "alert",
        title: String(title),
        prompt: String(prompt),
        buttons: buttons as readonly AnswerButton[],
      };
      const answer = state.answer(question);
      if (answer.button !== "CLOSE" && !question.buttons.includes(answer.button)) {
        throw new TypeError(`"${prompt}" has no button ${answer.button}.`);
      }
      state.asked.push({ ...question, ...answer });
      return [answer.button, answer.text ?? ""];
    },
    "ui.toast": (message, title, seconds) => {
      state.toasts.push({
        message: String(message),
        title: String(title ?? ""),
        seconds: Number(seconds ?? toastSeconds),
      });
    },
    "ui.sidebar": (title, content) => {
      requireScope(host, "Ui.showSidebar", "script.container.ui");
      state.sidebar = open("sidebar", title, content, []);
    },
    "ui.dialog": (kind, title, content, ...size) => {
      const modal = kind === "modal";
      const call = modal ? "Ui.showModalDialog" : "Ui.showModelessDialog";
      requireScope(host, call, "script.container.ui");
      const page = open(modal ? "modal" : "modeless", title, content, size);
      state.dialogs = modal
        ? [...state.dialogs.filter((each) => each.kind !== "modal"), page]
        : [...state.dialogs, page];
    },
  };
};
