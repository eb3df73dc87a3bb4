import { text } from "../format/text";
import { showToast } from "../parts/toast";
import { call } from "../state/call";
import { saveDraftsNow } from "../state/drafts";
import { expectChanges } from "../state/elsewhere";
import { isWide } from "../state/opened-as";
import { open } from "./router";
import type { Place } from "./screen";

/**
 * Opens a screen in a wide dialog, beside which the sidebar stays usable; within a dialog it opens in its place.
 * Typed drafts are available there. Resolves with whether a dialog was opened.
 */
export async function openWide(place: Place): Promise<boolean> {
  if (isWide) {
    open(place);
    return false;
  }
  return openDialog(place.screen, place.about ?? "");
}

/** Opens the import, a page of its own, in a wide dialog. */
export const openImport = (): Promise<boolean> => openDialog("import", "");

async function openDialog(screen: string, about: string): Promise<boolean> {
  await saveDraftsNow();
  const reply = await call("open-wide", { screen, about });
  if (reply.ok) expectChanges();
  else showToast(text.refused(reply.error));
  return reply.ok;
}
