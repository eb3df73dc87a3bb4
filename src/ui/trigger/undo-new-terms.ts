import { text } from "../format/text";
import { showToast } from "../parts/toast";
import { call } from "../state/call";
import { type Told, tellChange } from "../state/elsewhere";
import { withoutTriggers } from "../state/without-triggers";

/** Says that a trigger was saved; where its drips got new terms, that can be taken back (DRIP-46). */
export function sayTriggerSaved({ said, undo }: Told): void {
  withoutTriggers.set(false);
  showToast(said, undo === "" ? undefined : { label: "Undo", go: () => void takeBack(undo) });
}

/** Takes new terms of running drips back, by the line of Activity that tells of them; says what became of it. */
export async function takeBack(line: string): Promise<void> {
  const reply = await call("undo-switch", { line });
  if (reply.ok) {
    const { name, drips } = reply.output;
    showToast(`“${name}” and its ${text.count(drips, "running drip")} are as before.`);
    tellChange();
  } else showToast(text.refused(reply.error));
}
