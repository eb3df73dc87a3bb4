import type { Input, Output } from "../../engine/contract/contract";
import { fieldsOf } from "../form/definitions";
import type { Values } from "../form/field-errors";

type Changes = Input<"change-settings">;
type SettingId = Exclude<keyof Changes, "cleared" | "reason">;

/** The settings that the form draws; pausing has its own button. */
export const settingIds = fieldsOf("change-settings")
  .map(({ id }) => id)
  .filter((id): id is SettingId => !["cleared", "reason", "paused"].includes(id));

/** The settings as the form shows them. */
export const savedValues = (settings: Output<"show-settings">["settings"]): Values =>
  Object.fromEntries(settings.map(({ name, value }) => [name, value]));
