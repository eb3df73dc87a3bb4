import type { Output } from "../../engine/contract/contract";
import { changesOf } from "../form/changes";
import { text } from "../format/text";
import { showToast } from "../parts/toast";
import { call } from "../state/call";
import { sentenceIn } from "../state/failure";

type Changed = Output<"change-partner">;

/** Shows what changed in a partner, with an undo; `onBack` is called after the undo. */
export function showChanged({ key, name, changed }: Changed, onBack: () => void): void {
  if (changed.length === 0) {
    showToast(`Nothing changed: ${name} already has these values.`);
    return;
  }
  const isMoved = changed.some(({ id }) => id === "group");
  const side = (of: "from" | "to") =>
    Object.fromEntries(changed.map((each) => [each.id, each[of]]));
  const undo = async () => {
    const reply = await call("change-partner", {
      partner: key,
      ...changesOf<"change-partner">(side("from"), side("to")),
    });
    if (!reply.ok)
      return showToast(text.said(reply.error.problems?.[0]?.message ?? sentenceIn(reply.error)));
    showToast(`${reply.output.name} is back to what it was.`);
    onBack();
  };
  const run = isMoved ? " The next run processes the change of group." : "";
  showToast(`${name} is updated.${run}`, { label: "Undo", go: () => void undo() });
}
