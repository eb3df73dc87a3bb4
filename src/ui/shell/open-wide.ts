import { call } from "../call";
import { isWide } from "../state/opened-as";
import { open, type Place } from "./router";
import { say } from "./toast";

/** Opens a screen in a wide dialog, beside which the sidebar stays usable; within a dialog, in its place. */
export async function openWide(place: Place): Promise<void> {
  if (isWide) return open(place);
  const reply = await call("open-wide", { screen: place.screen, about: place.about ?? "" });
  if (!reply.ok) say(reply.error.message);
}
