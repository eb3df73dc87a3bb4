import { remember } from "../engine/invoices/left-the-house";
import type { Day } from "../engine/kernel/day";
import type { Env } from "../engine/kernel/env";
import { type Left, readLeft } from "../engine/kernel/left";
import type { Changeset } from "../engine/program/changeset";
import type { Program } from "../engine/program/program";
import { PREFIX, propertiesOf } from "./left-properties";
import { unlessRefused } from "./workbook/refusal";

/** Reads what left the house from the document's properties, by group; one call. They outlive an older version of the sheets. */
export function readLeftStore(): Left {
  const all = PropertiesService.getDocumentProperties().getProperties();
  const texts = new Map<string, string[]>();
  for (const name of Object.keys(all).sort()) {
    if (!name.startsWith(PREFIX)) continue;
    const [group = ""] = name.slice(PREFIX.length).split("~");
    texts.set(group, [...(texts.get(group) ?? []), ...String(all[name]).split(" ")]);
  }
  return new Map([...texts].map(([group, entries]) => [group, readLeft(entries)]));
}

/** Whether changes may let something leave the house, or take it back. */
export const touchesLeft = ({ effects }: Changeset): boolean =>
  effects.some(
    (effect) =>
      effect.kind !== "email" &&
      (effect.table === "payouts" ||
        (effect.kind === "update" && "statementsSent" in effect.cells)),
  );

/**
 * Remembers what an act let leave, or took back, before anything of it goes out. The store is read afresh, since it may be
 * written twice in one execution: with what goes, and again without the mails that were refused. Throws where Google
 * refuses it.
 */
export const keepLeft = ({ today }: Env, before: Program, after: Program): void =>
  keep(readLeftStore(), today, before, after);

/** The same for a run, which lets nothing leave: it only fills in what the workbook says, as in a copy or a new home. */
export const fillLeft = ({ left, today }: Env, before: Program, after: Program): void =>
  unlessRefused(() => keep(left?.() ?? new Map(), today, before, after));

const keep = (known: Left, today: Day, before: Program, after: Program): void =>
  writeLeftStore(known, remember(known, before, after, today), after);

/** Writes what changed. Where all is more than it may be, the oldest groups with nothing to come are folded. */
function writeLeftStore(before: Left, after: Left, program: Program): void {
  const old = propertiesOf(before, program);
  const now = propertiesOf(after, program);
  const changed = Object.fromEntries([...now].filter(([name, text]) => old.get(name) !== text));
  const store = PropertiesService.getDocumentProperties();
  if (Object.keys(changed).length > 0) store.setProperties(changed);
  for (const name of old.keys()) if (!now.has(name)) store.deleteProperty(name);
}
