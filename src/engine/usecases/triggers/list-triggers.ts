import { clip } from "../../kernel/cells";
import { cellText, textField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import type { Row } from "../../program/program";
import type { Work } from "../../program/work";
import type { Catalogue } from "../../rules/facts";
import { lenientCatalogue } from "../../rules/lenient-catalogue";
import { checkTrigger } from "../../triggers/check-trigger";
import { toForm } from "../../triggers/form";
import { gallery, type ReadyTrigger } from "../../triggers/gallery";
import { summaryOf } from "../../triggers/sentence";
import { everyWord } from "../shared/find-by-text";
import { type Page, pageInputs, pageOf } from "../shared/paging";
import { useCase } from "../shared/use-case";
import { inOrder, runningDrips } from "./saved-trigger";

/** A trigger as lists show it; one whose row can't be read has its texts as typed. */
export interface TriggerLine {
  readonly key: Key;
  readonly name: string;
  readonly state: string;
  readonly order: number;
  /** Where it runs, from 1; null for one that can't be read, since it does not run. */
  readonly place: number | null;
  /** When it acts and what it does; "" where it can't be said. */
  readonly sentence: string;
  readonly event: string;
  readonly action: string;
  readonly set: string;
  readonly offer: string;
  readonly version: number;
  /** Drips of it with parts to come. */
  readonly runningDrips: number;
  /** What must be put right before it acts; "" where nothing is known of. */
  readonly problems: string;
  readonly isReadable: boolean;
}
export interface ListTriggersOutput extends Page<TriggerLine> {
  /** How many can be read, and so have a place in the order. */
  readonly running: number;
  /** Ready triggers: what *save-trigger* takes, their rules as a form. */
  readonly gallery: readonly ReadyTrigger[];
}

/**
 * All triggers in the order in which they run, those that can't be read last, or those whose texts hold what is
 * searched; and the gallery (TRIG-28).
 */
export const listTriggers = useCase({
  name: "list-triggers",
  edits: "read only",
  inputs: { search: input("Search", textField), ...pageInputs },
  reads: ["settings", "triggers", "drips"],
  decide: (work, { search, ...asked }): ListTriggersOutput => {
    const rows = (work.program.tables.triggers?.rows ?? []).filter(({ copy }) => copy === 0);
    const sorted = [...rows].sort((a, b) =>
      a.record && b.record ? inOrder(a.record, b.record) : a.record ? -1 : b.record ? 1 : 0,
    );
    const says = everyWord(search);
    const found = sorted
      .map((row, i) => ({ row, place: row.record ? i + 1 : null }))
      .filter(({ row }) => says(() => textsOf(row)));
    const texts = work.all("triggers").map(({ rules }) => rules);
    const catalogue = lenientCatalogue(work.program, texts);
    return {
      ...pageOf(
        found,
        asked,
        ({ row, place }) => lineOf(work, row, place, catalogue),
        BESIDE_THE_GALLERY,
      ),
      running: rows.filter(({ record }) => record !== null).length,
      gallery: gallery.map(withForm),
    };
  },
});

function withForm(ready: ReadyTrigger): ReadyTrigger {
  const { rules, ...values } = ready;
  return {
    ...values,
    form: JSON.stringify(toForm(rules === undefined ? null : String(rules))),
  } as ReadyTrigger;
}

/** Bytes of triggers in a reply. */
const BESIDE_THE_GALLERY = 70_000;
const SEARCHED = ["key", "name", "state", "event", "action", "set", "offer", "rules"];
const textsOf = ({ key, raw }: Row<"triggers">) => [
  key,
  ...SEARCHED.map((id) => cellText(raw.cells[id] ?? "")),
];

function lineOf(
  work: Work<"settings" | "drips">,
  { key, record, raw, problems }: Row<"triggers">,
  place: number | null,
  catalogue: Catalogue,
): TriggerLine {
  const text = (id: string) => clip(cellText(raw.cells[id] ?? ""), 300);
  const checked = record ? checkTrigger(record, catalogue) : undefined;
  const unsound = checked?.ok === false ? checked.problems : [];
  const found = [...(record ? unsound : problems)].map(({ message }) => message).join(" ");
  return {
    key,
    name: text("name"),
    state: record?.state ?? text("state"),
    order: record?.order ?? 0,
    place,
    sentence:
      record && checked?.ok
        ? clip(summaryOf(record, checked.conditions, work.settings.programCurrency), 400)
        : "",
    event: text("event"),
    action: text("action"),
    set: text("set"),
    offer: text("offer"),
    version: record?.version ?? 1,
    runningDrips: runningDrips(work, key),
    problems: clip(found || (record?.problems ?? ""), 600),
    isReadable: record !== null,
  };
}
