import { cellText } from "../../kernel/cells";
import type { Env } from "../../kernel/env";
import type { Field } from "../../kernel/field";
import { longTextField, wordField } from "../../kernel/fields";
import { type Input, type InputOf, input, listInput } from "../../kernel/input";
import { DomainError, type Problem } from "../../kernel/problem";
import { say } from "../../kernel/say";
import type { Program } from "../../program/program";
import { readSettings, settingText } from "../../program/read-settings";
import { begin, type Work } from "../../program/work";
import { settingRow, writeSetting } from "../../program/write-setting";
import {
  type SettingName,
  type Settings,
  settingDefinitions,
  settingNames,
  systemSettings,
} from "../../tables/setting-definitions";
import { logAct } from "../shared/log-act";

/** What a person decides; the rest is kept by the program. */
type Decided = Exclude<SettingName, (typeof systemSettings)[number]>;
type SettingInputs = { readonly [K in Decided]: Input<Settings[K] | null> };

const decidedSettings = settingNames.filter(
  (name) => !systemSettings.some((each) => each === name),
);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** An input for each setting, drawn with its note and checked by its field. */
const settingInputs: SettingInputs = Object.fromEntries(
  decidedSettings.map((name) => {
    const { key, field, note } = settingDefinitions[name];
    return [name, input(capital(key), field as Field<unknown>, { hint: note })];
  }),
) as unknown as SettingInputs;

const inputs = {
  ...settingInputs,
  cleared: listInput("Settings to leave blank", wordField(decidedSettings), {
    hint: "Blank means the default.",
  }),
  reason: input("Why", longTextField),
};

/**
 * Changes the settings that are given and leaves the others; one line of Activity for all of them (SETTING-1,
 * ACT-3). Works also while a setting can't be read, since this is how it is fixed. Throws INPUT_INVALID at the
 * setting that the new ones don't agree with.
 */
export const changeSettings = {
  name: "change-settings",
  edits: "leave",
  inputs,
  reads: ["settings", "activity"] as const,
  decide: (program: Program, given: InputOf<typeof inputs>, env: Env) => {
    const work = begin<"settings" | "activity">(program);
    const changed = changesOf(work, given);
    check(work, changed);
    for (const { name, to } of changed) writeSetting(work, name, to === "" ? null : to);
    if (changed.some(({ name }) => name === "partnerPageAddress"))
      writeSetting(work, "pagesSetBy", env.user);
    if (changed.length > 0) log(work, env, changed, given.reason);
    return { output: { changed }, changes: work.changes(), more: false };
  },
} as const;

type Changed = ReturnType<typeof changesOf>;
/** The settings that are changed, and to what. */
function changesOf(work: Work<"settings">, given: InputOf<typeof inputs>) {
  const cleared = new Set<string>(given.cleared);
  const values: Readonly<Record<string, unknown>> = given;
  const { settings, settingProblems, context } = work.program;
  return settingNames.flatMap((name) => {
    const value = values[name] ?? null;
    const from = settingRow(work, name)?.value ?? "";
    if (value === null && !cleared.has(name)) return [];
    const to = value === null ? "" : (settingText(name, value, context) ?? "");
    const { key } = settingDefinitions[name];
    // What says the same in other words, or by being blank, is left as it was typed.
    const isRead = settingProblems.every(({ at }) => at.row !== key);
    const isSame = from === to || (isRead && to === settingText(name, settings[name], context));
    return isSame ? [] : [{ name, key, from, to }];
  });
}

/** Reads all settings as they would be; what disagrees with a change is said at its field. */
function check(work: Work<"settings">, changed: Changed): void {
  const cells = new Map(
    work.all("settings").map(({ key, value }) => [key.trim().toLowerCase(), value ?? ""]),
  );
  for (const { key, to } of changed) cells.set(key, to);
  const names = new Set<string>(changed.map(({ key }) => key));
  const leaning = { [settingDefinitions.payoutDay.key]: settingDefinitions.reviewEndsOnDay.key };
  const { problems } = readSettings(cells, work.program.context);
  const own = problems.flatMap(({ at, ...rest }): Problem[] => {
    const key = cellText(at.row ?? "");
    if (!names.has(key) && !names.has(leaning[key] ?? "")) return [];
    const column = settingNames.find((name) => settingDefinitions[name].key === key) ?? key;
    return [{ ...rest, at: { table: "input", column } }];
  });
  if (own.length > 0) throw new DomainError("INPUT_INVALID", "", own);
}

function log(work: Work<"activity">, env: Env, changed: Changed, why: string | null): void {
  const shown = (text: string) => text || "blank";
  logAct(work, env, {
    what: changed.length === 1 ? "Changed a setting" : say`Changed ${changed.length} settings`,
    records: changed.map(({ key }) => key),
    from: changed.map(({ key, from }) => `${key}: ${shown(from)}`).join("\n"),
    to: changed.map(({ key, to }) => `${key}: ${shown(to)}`).join("\n"),
    why,
  });
}
