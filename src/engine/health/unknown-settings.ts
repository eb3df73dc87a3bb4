import { quoted } from "../kernel/cells";
import { nearestName } from "../kernel/nearest-name";
import { settingDefinitions, settingNames } from "../tables/setting-definitions";
import { finding, type HealthCheck } from "./health-check";

const known = settingNames.map((name) => settingDefinitions[name].key);

/** Rows of Settings that the program does not know, so that they do nothing. */
export const unknownSettings: HealthCheck = {
  label: "Unknown settings",
  find: (work) =>
    work.all("settings").flatMap(({ key }) => {
      const name = key.trim().toLowerCase();
      if (known.includes(name)) return [];
      const message = `${quoted(key)} is not a setting of the program, so it has no effect. Did you mean “${nearestName(name, known)}”?`;
      return [finding("settings", key, "key", message)];
    }),
};
