import type { RecordOf } from "../tables";
import { type SettingName, settingDefinitions } from "../tables/setting-definitions";
import type { Work } from "./work";

/** The row of a setting, spelled in any case; undefined where it is missing. */
export const settingRow = (
  work: Work<"settings">,
  name: SettingName,
): RecordOf<"settings"> | undefined =>
  work.all("settings").find((row) => row.key.toLowerCase() === settingDefinitions[name].key);

/** Writes a setting's text into its row, or adds the row. */
export function writeSetting(
  work: Work<"settings">,
  name: SettingName,
  value: string | null,
): void {
  const row = settingRow(work, name);
  const { key, note } = settingDefinitions[name];
  if (row) work.update("settings", row.key, { value });
  else work.insert("settings", { key, value, note });
}
