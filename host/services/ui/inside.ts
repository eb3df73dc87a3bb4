import type { ServiceClass } from "../../realm/inside/define-class";
import type { EnumValue } from "../../realm/inside/enumerations";
import { exception } from "../../realm/inside/exception";
import type { InsideService } from "../../realm/inside/kit";
import { type OutputState, servedPage } from "../html/output";
import { menuClass } from "./menus";

type Response = { readonly button: string; readonly text: string };

/** An item of Spreadsheet.addMenu; null is a separator. */
type OldItem = { readonly name: string; readonly functionName: string } | null;

const oldItem = (item: OldItem): readonly string[] =>
  item === null ? ["separator"] : ["item", item.name, item.functionName];

/** Ui as a script gets it from SpreadsheetApp.getUi (reference/base/Ui; PLATFORM-64, PLATFORM-80). */
export const ui: InsideService = (kit) => {
  const menus = menuClass(kit);
  const buttons = kit.enumeration("Button");
  const ask = (kind: "alert" | "prompt", parts: readonly unknown[]): Response => {
    const last = parts[parts.length - 1];
    const set = typeof last === "object" && last !== null ? (last as EnumValue).name() : "OK";
    const texts = parts.filter((part) => typeof part !== "object");
    const [title, prompt] = texts.length > 1 ? texts : ["", texts[0]];
    const names = set.split("_");
    const [button, text] = kit.ask(
      "ui.ask",
      kind,
      String(title),
      String(prompt),
      ...names,
    ) as readonly string[];
    return { button: button ?? "CLOSE", text: text ?? "" };
  };
  const responses = kit.define<Response>("PromptResponse", {
    getResponseText: ({ text }) => text,
    getSelectedButton: ({ button }) => buttons[button],
  });
  const pageOf = (given: unknown) => {
    const state = (kit.provided("HtmlOutput") as ServiceClass<OutputState>).stateOf(given);
    if (state === undefined) throw exception("Invalid argument: userInterface");
    return servedPage(state);
  };
  const dialog = (kind: string) => (_state: undefined, given: unknown, title: string) => {
    const { content, width, height } = pageOf(given);
    kit.ask("ui.dialog", kind, title, content, width, height);
  };
  const service = kit.define<undefined>(
    "Ui",
    {
      alert: (_state, ...parts: unknown[]) => buttons[ask("alert", parts).button],
      createAddonMenu: () => menus.make({ caption: "", addon: true, entries: [] }),
      createMenu: (_state, caption: string) => menus.make({ caption, addon: false, entries: [] }),
      prompt: (_state, ...parts: unknown[]) => responses.make(ask("prompt", parts)),
      showModalDialog: dialog("modal"),
      showModelessDialog: dialog("modeless"),
      showSidebar: (_state, given: unknown) => {
        const { title, content } = pageOf(given);
        kit.ask("ui.sidebar", title, content);
      },
    },
    { properties: { Button: buttons, ButtonSet: kit.enumeration("ButtonSet") } },
  );
  /** Browser's dialogs answer with the name of the button in lower case; one that was closed, with "cancel". */
  const box = (kind: "alert" | "prompt", name: string, parts: readonly unknown[]): string => {
    kit.ask("ui.check", `Browser.${name}`);
    const { button, text } = ask(
      kind,
      kind === "prompt" && parts.length === 1 ? [...parts, okCancel] : parts,
    );
    if (button === "CLOSE" || button === "CANCEL") return "cancel";
    return kind === "prompt" ? text : button.toLowerCase();
  };
  const okCancel = kit.enumeration("ButtonSet").OK_CANCEL;
  const browser = kit.define<undefined>(
    "Browser",
    {
      msgBox: (_state, ...parts: unknown[]) => box("alert", "msgBox", parts),
      inputBox: (_state, ...parts: unknown[]) => box("prompt", "inputBox", parts),
    },
    { properties: { Buttons: kit.enumeration("ButtonSet") } },
  );
  kit.provide("Ui", () => {
    kit.ask("ui.check");
    return service.make(undefined);
  });
  kit.provide("toast", (message, title, seconds) =>
    kit.ask("ui.toast", message as string, title as string, seconds as number),
  );
  kit.provide("show", (page) => dialog("modeless")(undefined, page, ""));
  kit.provide("addMenu", (name, items) =>
    kit.ask("ui.menu", name as string, false, (items as readonly OldItem[]).map(oldItem)),
  );
  return { Browser: browser.make(undefined) };
};
