import type { Output } from "../../engine/contract/contract";
import { changesOf } from "../form/changes";
import { say } from "../parts/toast";
import { call } from "../state/call";

type Changed = Output<"change-partner">;

/** Says what became of a partner's form, with the way back; `onBack` follows once that was taken. */
export function sayChanged({ key, name, changed }: Changed, onBack: () => void): void {
  if (changed.length === 0) {
    say(`Nothing changed: ${name} already has these values.`);
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
    if (!reply.ok) return say(reply.error.problems?.[0]?.message ?? reply.error.message);
    say(`${reply.output.name} is back to what it was.`);
    onBack();
  };
  const run = isMoved ? " The next run processes the change of group." : "";
  say(`${name} is updated.${run}`, { label: "Undo", go: () => void undo() });
}
