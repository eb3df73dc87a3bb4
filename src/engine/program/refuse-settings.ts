import { DomainError, type Problem, refusals } from "../kernel/problem";
import { listed, say } from "../kernel/say";
import { stopsAll } from "../tables/setting-definitions";
import type { Changeset } from "./changeset";
import type { Program } from "./program";
import { begin, type Work } from "./work";
import { writeProblems } from "./write-problems";

/** The settings that can't be read and could change money. */
export const stoppingProblems = ({ settingProblems }: Program): readonly Problem[] =>
  settingProblems.filter(({ at }) => stopsAll(at.row));

/**
 * Settings that can't be read and could change money stop everything that writes, but for marking their cells (SETTING-2): the
 * changes that do so, and the refusal SETTINGS_INVALID that names them.
 */
export function refuseSettings(program: Program): {
  readonly changes: Changeset;
  readonly refusal: DomainError;
} {
  const problems = stoppingProblems(program);
  const work = begin(program);
  const rowOf = (setting = ""): string =>
    work.all("settings").find(({ key }) => key.toLowerCase() === setting)?.key ?? setting;
  for (const { at, ...rest } of problems) {
    work.report({ ...rest, at: { ...at, row: rowOf(at.row) } });
  }
  writeProblems(work as Work, { names: ["settings"] });
  const each = problems.map(({ at, message }) => say`“${at.row ?? ""}”: ${message}`);
  const detail = say`${listed(each, " ")} Nothing else was changed. ${refusals.SETTINGS_INVALID}`;
  return {
    changes: work.changes(),
    refusal: new DomainError("SETTINGS_INVALID", detail, problems),
  };
}
