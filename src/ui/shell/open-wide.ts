import { text } from "../format/text";
import { showToast } from "../parts/toast";
import { call } from "../state/call";
import { saveDraftsNow } from "../state/drafts";
import { expectChanges, type Told } from "../state/elsewhere";
import { isWide } from "../state/opened-as";
import { open } from "./router";
import type { Place } from "./screen";

/**
 * Opens a screen in a wide dialog, beside which the sidebar stays usable; within a dialog it opens in its place.
 * Typed drafts are available there. Resolves with whether a dialog was opened; `onTold` hears what it says as it closes.
 */
export async function openWide(place: Place, onTold?: (told: Told) => void): Promise<boolean> {
  if (isWide) {
    open(place);
    return false;
  }
  return openDialog(place.screen, place.about ?? "", onTold);
}

/** Opens the import, a page of its own, in a wide dialog. */
export const openImport = (): Promise<boolean> => openDialog("import", "");

async function openDialog(
  screen: string,
  about: string,
  onTold?: (told: Told) => void,
): Promise<boolean> {
  await saveDraftsNow();
  const reply = await call("open-wide", { screen, about });
  if (reply.ok) expectChanges(screen, about, onTold);
  else showToast(text.refused(reply.error));
  return reply.ok;
}
