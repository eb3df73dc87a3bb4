import type { Field } from "../../kernel/fields";
import { type Input, input } from "../../kernel/input";
import {
  type SettingName,
  type Settings,
  settingDefinitions,
  settingNames,
  systemSettings,
} from "../../tables/setting-definitions";

/** What a person decides; the rest is kept by the program. */
type Decided = Exclude<SettingName, (typeof systemSettings)[number]>;
type SettingInputs = { readonly [K in Decided]: Input<Settings[K] | null> };

export const decidedSettings = settingNames.filter(
  (name) => !systemSettings.some((each) => each === name),
);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** An input for each setting, drawn with its note and checked by its field. */
export const settingInputs: SettingInputs = Object.fromEntries(
  decidedSettings.map((name) => {
    const { key, field, note } = settingDefinitions[name];
    return [name, input(capital(key), field as Field<unknown>, { hint: note })];
  }),
) as unknown as SettingInputs;
