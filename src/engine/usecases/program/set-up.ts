import { addDays, type Day } from "../../kernel/day";
import { settingText } from "../../program/read-settings";
import { foundMarker } from "../../tables/packed/marker";
import {
  type SettingName,
  settingDefinitions,
  settingNames,
} from "../../tables/setting-definitions";
import { useCase } from "../shared/use-case";

/**
 * Fills in what a set-up program needs in its rows: the settings that are missing, the program's start being
 * today, and, the first time, a marker for the partners and customers that are there already.
 */
export const setUp = useCase({
  name: "set-up",
  edits: "leave",
  inputs: {},
  reads: ["partners", "customers"],
  decide: (work, _, { today }) => {
    const present = new Set(work.all("settings").map(({ key }) => key.toLowerCase()));
    const isFirst = !present.has(settingDefinitions.programStart.key);
    let settingsAdded = 0;
    for (const name of settingNames) {
      const { key, note, fallback } = settingDefinitions[name];
      if (present.has(key)) continue;
      const value = isFirst ? (firstValues(today)[name] ?? fallback) : fallback;
      work.insert("settings", { key, value: settingText(name, value, work.program.context), note });
      settingsAdded++;
    }
    if (!isFirst) return { settingsAdded, isFirst, found: 0 };
    let found = 0;
    for (const { key, judged, group } of work.all("partners")) {
      if (judged !== null) continue;
      work.update("partners", key, { judged: foundMarker(key, today), groupJudged: group });
      found++;
    }
    for (const { key, judged } of work.all("customers")) {
      if (judged !== null) continue;
      const outcome = "here before the program";
      work.update("customers", key, { judged: foundMarker(key, today), outcome });
      found++;
    }
    return { settingsAdded, isFirst, found };
  },
});

/** The program begins today, and no day is lived yet (TIME-1). */
const firstValues = (today: Day): Partial<Record<SettingName, Day>> => ({
  programStart: today,
  livedUntil: addDays(today, -1),
});
