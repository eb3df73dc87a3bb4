import { cellText, isErrorCell, plainLower } from "../kernel/cells";
import { groupBy } from "../kernel/group-by";
import { ownKey, sortBy } from "../kernel/order";
import { once, remembered } from "../kernel/remembered";
import type { EventKind } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import { type Catalogue, factsFor, factsOf } from "../rules/facts";
import { createJudge, type FactsAt, type Judge } from "../rules/judge";
import { compileOutlook, type Outlook } from "../rules/outlook";
import { readRules } from "../rules/read-rules";
import { type Trigger, tables } from "../tables";
import { isBlank } from "../tables/parse-row";
import { checkTrigger, type SoundTrigger } from "./check-trigger";

/** A trigger ready to judge events. */
export interface CompiledTrigger extends SoundTrigger {
  /** Only ever says that the rules can't hold, or that it is undecided; `judge` alone says that they do. */
  readonly outlook: (facts: FactsAt) => Outlook;
  readonly judge: Judge;
}
/** A trigger that can't be read, since a cell of it is unknown (CELL-2c). */
interface UnreadTrigger {
  readonly name: string;
  /** Whether it may act on such an event, as far as its cells tell. */
  readonly mayAct: (event: EventKind, facts: FactsAt) => boolean;
}
export interface CompiledTriggers {
  readonly catalogue: Catalogue;
  /** The active, sound triggers of an event, in their order. */
  of(event: EventKind): readonly CompiledTrigger[];
  /** Those that may be active, and can't be read, since a cell of a column of ours shows an error value. */
  readonly unread: readonly UnreadTrigger[];
}

/** One trigger, if it is sound; undefined, and its problems reported, where it is not. */
function compile(
  work: Work<"triggers">,
  trigger: Trigger,
  catalogue: Catalogue,
): CompiledTrigger | undefined {
  const checked = checkTrigger(trigger, catalogue);
  if (checked.ok) {
    const { conditions, does } = checked;
    // A run without new events needs no engine at all.
    const judge = once(() => createJudge(conditions));
    return {
      trigger,
      conditions,
      does,
      outlook: compileOutlook(conditions),
      judge: (facts) => judge()(facts),
    };
  }
  for (const { code, column, message } of checked.problems) {
    const at = {
      table: tables.triggers.sheet,
      row: trigger.key,
      column: tables.triggers.columns[column].header,
    };
    work.report({ code, at, message });
  }
  return undefined;
}

/** Triggers as they run: by the number in *Order*, then by key. */
export const inOrder = (triggers: Iterable<Trigger>): readonly Trigger[] =>
  sortBy(triggers, ({ order }) => order, ownKey);

/**
 * The active triggers by event, each compiled once. One with a bad cell is reported at that cell and does not
 * act; all others do (TRIG-5). Order: the number in *Order*, then the key.
 */
export function compileTriggers(work: Work<"triggers">): CompiledTriggers {
  const catalogue = factsOf(work.program);
  const active = inOrder(work.where("triggers", "state", "active"));
  const compiled = active.flatMap((trigger) => compile(work, trigger, catalogue) ?? []);
  const byEvent = groupBy(compiled, ({ trigger }) => trigger.event);
  const unread = unreadTriggers(work, catalogue);
  return { catalogue, of: (event) => byEvent.get(event) ?? [], unread };
}

/** The triggers that may be active and show an error value in a column of ours; half a line is none. */
function unreadTriggers(
  { program }: Work<"triggers">,
  catalogue: Catalogue,
): readonly UnreadTrigger[] {
  const terms = Object.entries(tables.triggers.columns).filter(
    ([, { filledBy }]) => filledBy !== "program",
  );
  return (program.tables.triggers?.rows ?? []).flatMap(({ record, copy, raw: { cells } }) => {
    const errors = Object.keys(tables.triggers.columns).filter((id) => isErrorCell(cells[id]));
    const isWhole = terms.every(([id, { required }]) => !required || !isBlank(cells[id]));
    if (record || copy > 0 || errors.length === 0 || !isWhole) return [];
    const says = (id: string, word: string) =>
      errors.includes(id) || plainLower(cellText(cells[id] ?? "")) === word;
    if (!says("state", "active")) return [];
    const outlooks = new Map<EventKind, (facts: FactsAt) => Outlook>();
    const outlookOf = (event: EventKind) => {
      const rules = readRules(cellText(cells.rules ?? ""), factsFor(catalogue, event));
      if (rules.ok) return compileOutlook(rules.conditions);
      const outlook = errors.includes("rules") ? undefined : false;
      return () => outlook;
    };
    const mayAct: UnreadTrigger["mayAct"] = (event, facts) => {
      if (!says("event", event)) return false;
      return remembered(outlooks, event, () => outlookOf(event))(facts) !== false;
    };
    return [{ name: cellText(cells.name ?? ""), mayAct }];
  });
}
