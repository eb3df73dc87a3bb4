import { clip } from "../../kernel/cells";
import { cellText } from "../../kernel/fields";
import { brief } from "../../kernel/message";
import { sortBy } from "../../kernel/order";
import { listed, say } from "../../kernel/say";
import type { Row } from "../../program/program";
import type { Work } from "../../program/work";
import { lenientCatalogue } from "../../rules/lenient-catalogue";
import { checkTrigger } from "../../triggers/check-trigger";
import { toForm } from "../../triggers/form";
import { gallery, type ReadyTrigger } from "../../triggers/gallery";
import { summaryOf } from "../../triggers/sentence";
import { list } from "../shared/list";
import { runningDrips } from "./saved-trigger";

const SEARCHED = ["key", "name", "state", "event", "action", "set", "offer", "rules"];

/**
 * All triggers in the order in which they run, those that can't be read last, or those whose texts hold what is
 * searched; and the gallery (TRIG-28).
 */
export const listTriggers = list({
  name: "list-triggers",
  reads: ["triggers", "drips"],
  rows: (work) =>
    sortBy(
      rowsOf(work),
      ({ record }) => (record ? 0 : 1),
      ({ record }) => record?.order ?? 0,
      ({ record }) => record?.key ?? "",
    ).map((row, i) => ({ row, place: row.record ? i + 1 : null })),
  texts: (_, { row: { key, raw } }) => [
    key,
    ...SEARCHED.map((id) => cellText(raw.cells[id] ?? "")),
  ],
  show: (work) => {
    const texts = work.all("triggers").map(({ rules }) => rules);
    const catalogue = lenientCatalogue(work.program, texts);
    return ({ row: { key, record, raw, problems }, place }) => {
      const text = (id: string) => clip(cellText(raw.cells[id] ?? ""), 300);
      const checked = record ? checkTrigger(record, catalogue) : undefined;
      const unsound = checked?.ok === false ? checked.problems : [];
      const found = (record ? unsound : problems).map(({ message }) => message);
      const currency = work.settings.programCurrency;
      return {
        key,
        name: text("name"),
        state: record?.state ?? text("state"),
        order: record?.order ?? 0,
        /** Where it runs, from 1; null for one that can't be read, since it does not run. */
        place,
        /** When it acts and what it does; "" where it can't be said. */
        sentence: record && checked?.ok ? brief(summaryOf(checked, currency), 400) : "",
        event: text("event"),
        action: text("action"),
        set: text("set"),
        offer: text("offer"),
        version: record?.version ?? 1,
        /** Drips of it with parts to come. */
        runningDrips: runningDrips(work, key),
        /** What must be fixed before it acts; "" where nothing is known of. */
        problems: brief(
          found.length > 0 ? say`${listed(found, " ")}` : (record?.problems ?? ""),
          600,
        ),
      };
    };
  },
  bytes: 70_000,
  beside: (work) => ({
    /** How many can be read, and so have a place in the order. */
    running: rowsOf(work).filter(({ record }) => record !== null).length,
    /** Ready triggers: what *save-trigger* takes, their rules as a form. */
    gallery: gallery.map(withForm),
  }),
});

const rowsOf = (work: Work<"triggers">): readonly Row<"triggers">[] =>
  (work.program.tables.triggers?.rows ?? []).filter(({ copy }) => copy === 0);

function withForm({ rules, ...values }: ReadyTrigger): ReadyTrigger {
  const form = toForm(rules === undefined ? null : String(rules));
  return { ...values, form: JSON.stringify(form) } as ReadyTrigger;
}
