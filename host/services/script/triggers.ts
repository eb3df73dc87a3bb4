import type { Plain } from "../../realm/inside/bridge";
import { exception } from "../../realm/inside/exception";
import { chain, type Kit } from "../../realm/inside/kit";
import { clockRules } from "./clock-rules";

interface TriggerState {
  readonly id: string;
  readonly handler: string;
  readonly source: string;
  readonly event: string;
  readonly sourceId: string | null;
}

type Rule = (...values: unknown[]) => readonly (string | number)[];

/** Trigger and its builders, for the clock and for the spreadsheet. */
export const triggerClasses = (kit: Kit) => {
  const triggers = kit.define<TriggerState>("ScriptApp.Trigger", {
    getEventType: ({ event }) => kit.enumeration("EventType")[event],
    getHandlerFunction: ({ handler }) => handler,
    getTriggerSource: ({ source }) => kit.enumeration("TriggerSource")[source],
    getTriggerSourceId: ({ sourceId }) => sourceId,
    getUniqueId: ({ id }) => id,
  });
  const trigger = (record: Plain): object => {
    const [id, handler, source, event, sourceId] = record as readonly string[];
    return triggers.make({ id, handler, source, event, sourceId } as TriggerState);
  };
  type Clock = { readonly handler: string; readonly said: [string, readonly Plain[]][] };
  const clockMethods: Record<string, (state: Clock, ...values: never[]) => unknown> = {
    create: ({ handler, said }) => trigger(kit.ask("script.createClock", handler, said)),
  };
  for (const [name, rule] of Object.entries(clockRules)) {
    clockMethods[name] = ({ said }, ...values) => {
      said.push([name, (rule as Rule)(...values)]);
      return chain;
    };
  }
  const clocks = kit.define<Clock>("ScriptApp.ClockTriggerBuilder", clockMethods);
  type OnSpreadsheet = { readonly handler: string; readonly key: string; event: string | null };
  const on = (event: string) => (state: OnSpreadsheet) => {
    state.event = event;
    return chain;
  };
  const spreadsheets = kit.define<OnSpreadsheet>("ScriptApp.SpreadsheetTriggerBuilder", {
    create: ({ handler, key, event }) => {
      if (event === null) throw exception("A spreadsheet trigger needs an event.");
      return trigger(kit.ask("script.createSpreadsheet", handler, key, event));
    },
    onChange: on("ON_CHANGE"),
    onEdit: on("ON_EDIT"),
    onFormSubmit: on("ON_FORM_SUBMIT"),
    onOpen: on("ON_OPEN"),
  });
  const keyOf = (spreadsheet: unknown): string => {
    if (typeof spreadsheet === "string") return spreadsheet;
    const own = (spreadsheet as { readonly getId?: () => unknown } | null)?.getId?.();
    if (typeof own !== "string") throw exception("Invalid argument: spreadsheet");
    return own;
  };
  const builders = kit.define<string>("ScriptApp.TriggerBuilder", {
    forSpreadsheet: (handler, spreadsheet: unknown) => {
      const key = keyOf(spreadsheet);
      if (key !== kit.ask("script.spreadsheet")) {
        throw exception("not in the local host: TriggerBuilder.forSpreadsheet of another file");
      }
      return spreadsheets.make({ handler, key, event: null });
    },
    timeBased: (handler) => clocks.make({ handler, said: [] }),
  });
  return { triggers, trigger, builders };
};
