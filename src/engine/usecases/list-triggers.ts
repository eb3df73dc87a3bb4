import { cellText } from "../fields";
import type { Key } from "../keys";
import type { Row } from "../program";
import { gallery, type ReadyTrigger } from "../triggers/gallery";
import type { Work } from "../work";
import { type Page, pageInput, pageOf } from "./paging";
import { inOrder, runningDrips } from "./saved-trigger";
import { useCase } from "./use-case";

/** A trigger as lists show it; one whose row can't be read has its texts as typed. */
export interface TriggerLine {
  readonly key: Key;
  readonly name: string;
  readonly state: string;
  readonly order: number;
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
  /** Ready triggers: what *save-trigger* takes. */
  readonly gallery: readonly ReadyTrigger[];
}

/** All triggers in the order in which they run, those that can't be read last, and the gallery (product.md §3). */
export const listTriggers = useCase({
  name: "list-triggers",
  writes: false,
  inputs: { page: pageInput },
  reads: ["settings", "triggers", "drips"],
  decide: (work, { page }): ListTriggersOutput => {
    const rows = (work.program.tables.triggers?.rows ?? []).filter(({ copy }) => copy === 0);
    const sorted = [...rows].sort((a, b) =>
      a.record && b.record ? inOrder(a.record, b.record) : a.record ? -1 : b.record ? 1 : 0,
    );
    return { ...pageOf(sorted, page, (row) => lineOf(work, row)), gallery };
  },
});

function lineOf(work: Work<"drips">, { key, record, raw, problems }: Row<"triggers">): TriggerLine {
  const text = (id: string) => cellText(raw.cells[id] ?? "");
  return {
    key,
    name: text("name"),
    state: record?.state ?? text("state"),
    order: record?.order ?? 0,
    event: text("event"),
    action: text("action"),
    set: text("set"),
    offer: text("offer"),
    version: record?.version ?? 1,
    runningDrips: runningDrips(work, key),
    problems: record ? (record.problems ?? "") : problems.map(({ message }) => message).join(" "),
    isReadable: record !== null,
  };
}
