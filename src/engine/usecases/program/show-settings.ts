import { settingText } from "../../program/read-settings";
import { settingRow } from "../../program/write-setting";
import { settingDefinitions, settingNames } from "../../tables/setting-definitions";
import { useCase } from "../shared/use-case";

/** All settings as they stand, in their order (SETTING-1). */
export const showSettings = useCase({
  name: "show-settings",
  edits: "read only",
  inputs: {},
  reads: [],
  decide: (work) => ({
    settings: settingNames.map((name) => {
      const { key } = settingDefinitions[name];
      const { settings, settingProblems, context } = work.program;
      const problem = settingProblems.find(({ at }) => at.row === key)?.message ?? "";
      const typed = settingRow(work, name)?.value;
      return {
        name,
        key,
        /** As its cell says it, or the usual where that is blank. */
        value: typed ?? settingText(name, settings[name], context) ?? "",
        /** Why it can't be read, or does not agree with the others; "" where all is well. */
        problem,
      };
    }),
  }),
});
