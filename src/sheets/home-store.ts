import type { Env } from "../engine/kernel/env";
import type { Program } from "../engine/program/program";
import { begin } from "../engine/program/work";
import {
  type HomePart,
  homePartTables,
  printHomePart,
} from "../engine/usecases/program/home-parts";
import type { TableSheets } from "./workbook/load";
import { unlessRefused } from "./workbook/refusal";

/** The number goes up when the shape of a part changes, so that one from an older or newer script is not read. */
const PREFIX = "tributary home 2 ";
/** One property holds 9 kB (PLATFORM-71), a character being up to three bytes; a longer part is not kept, and Home reads the rows. */
const LONGEST = 2_900;

const store = () => PropertiesService.getDocumentProperties();

export const readHomePart = (part: string): string | null => store().getProperty(PREFIX + part);

/**
 * Forgets parts that are about to become untrue, so that Home reads the rows even if the execution is cut off. A part that
 * Google refuses to delete stays until it is kept again.
 */
export const forgetHome = (parts: readonly HomePart[]): void =>
  unlessRefused(() => {
    for (const part of parts) store().deleteProperty(PREFIX + part);
  });

/** A part that says what it said is true as of now, too. */
export const renewHome = (part: HomePart, { now }: Env): void =>
  unlessRefused(() => {
    const text = readHomePart(part);
    if (text !== null)
      store().setProperty(PREFIX + part, JSON.stringify({ ...JSON.parse(text), at: now }));
  });

/** Keeps those parts for Home whose tables were all read. */
export function keepHome(
  program: Program,
  env: Env,
  tables: TableSheets,
  parts: readonly HomePart[],
): void {
  const told = parts.filter((part) => homePartTables[part].every((name) => tables.has(name)));
  const texts = told
    .map((part) => [PREFIX + part, printHomePart(part, begin(program), env)] as const)
    .filter(([, text]) => text.length <= LONGEST);
  if (texts.length > 0) unlessRefused(() => store().setProperties(Object.fromEntries(texts)));
}
