import type { Env } from "../kernel/env";
import type { Work } from "../program/work";
import { settingRow, writeSetting } from "../program/write-setting";

/** Whether partners hear of what happens (PARTNER-6). */
export const tellsPartners = ({ settings }: Pick<Work, "settings">): boolean =>
  settings.mailPartners && settings.noticesToPartners !== "off";

/**
 * Keeps the day from which partners are told: what was before it is no news to them, also where notices were off for a
 * while (PARTNER-6d).
 */
export function keepToldSince(work: Work<"settings">, { today }: Pick<Env, "today">): void {
  const since = settingRow(work, "toldSince")?.value ?? null;
  if (tellsPartners(work) === (since !== null)) return;
  writeSetting(work, "toldSince", since === null ? today : null);
}
