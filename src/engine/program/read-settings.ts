import { isErrorCell, quoted } from "../kernel/cells";
import { type Cell, cellText, type FieldContext, type Parsed } from "../kernel/fields";
import type { Problem } from "../kernel/problem";
import { isBlank } from "../tables/parse-row";
import {
  type Setting,
  type SettingName,
  type Settings,
  settingDefinitions,
  settingNames,
} from "../tables/setting-definitions";

/** The settings as typed, with the default where one is missing, and a problem for each that can't be read. */
export function readSettings(
  cells: ReadonlyMap<string, Cell>,
  context: FieldContext,
): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  const settings: Record<string, unknown> = {};
  const problems: Problem[] = [];
  const refuse = (row: string, message: string) =>
    problems.push({
      code: "SETTING_INVALID",
      at: { table: "Settings", row, column: "Value" },
      message,
    });
  for (const name of settingNames) {
    const { key, field, fallback } = settingDefinitions[name] as Setting<unknown>;
    const cell = cells.get(key);
    const parsed: Parsed<unknown> =
      cell === undefined || isBlank(cell)
        ? { ok: true, value: fallback }
        : isErrorCell(cell)
          ? { ok: false, code: "CELL_ERROR", message: `${quoted(cell)} is an error, not a value.` }
          : field.parse(cell, context);
    if (!parsed.ok) refuse(key, parsed.message);
    settings[name] = parsed.ok ? parsed.value : fallback;
  }
  const result = settings as unknown as Settings;
  if (result.payoutDay <= result.reviewEndsOnDay) {
    refuse("payout day", "The payout day must be after the day the review ends.");
  }
  // Nobody knows what partners have heard already.
  const isUnknown = problems.some(({ at }) => at.row === settingDefinitions.toldSince.key);
  const read = isUnknown ? { ...result, noticesToPartners: "off" as const } : result;
  return { settings: read, problems };
}

/** One setting as the text that set-up and the settings screen write into its cell; null for a blank one. */
export function settingText(
  name: SettingName,
  value: unknown,
  context: FieldContext,
): string | null {
  if (value === null) return null;
  return cellText(settingDefinitions[name].field.print(value as never, context)) || null;
}
