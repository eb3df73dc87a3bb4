import { integerField, keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { inOrder } from "../../triggers/compile-triggers";
import { orderNumbers } from "../../triggers/order-numbers";
import { versionTrigger } from "../../triggers/version";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import { savedTrigger } from "./saved-trigger";

/**
 * Puts a trigger at a place in the order in which triggers run; one past the end means last (TRIG-5). As few
 * order cells change as can be. Throws TRIGGER_UNKNOWN or TRIGGER_UNREADABLE.
 */
export const moveTrigger = useCase({
  name: "move-trigger",
  edits: "leave",
  inputs: {
    trigger: input("Trigger", keyField, { required: true }),
    /** Where it runs now, from 1, of so many. */
    place: input("Place", integerField(1, 1_000_000), { required: true, hint: "1 runs first." }),
  },
  reads: ["triggers", "activity"],
  decide: (work, { trigger: key, place: asked }, env) => {
    const moved = savedTrigger(work, key);
    const before = inOrder(work.all("triggers"));
    const from = before.indexOf(moved) + 1;
    const after = before.filter((each) => each !== moved);
    const place = Math.min(asked, before.length);
    after.splice(place - 1, 0, moved);
    if (place !== from) {
      const orders = orderNumbers(after.map(({ order }) => order));
      after.forEach((trigger, i) => {
        const order = orders[i] as number;
        if (order === trigger.order) return;
        const stored = work.update("triggers", trigger.key, { order });
        if (stored.state === "active") versionTrigger(work, stored);
      });
      logAct(work, env, {
        what: "Moved trigger",
        name: moved.name,
        records: [key],
        from: `place ${from}`,
        to: `place ${place}`,
      });
    }
    const order = after.map((each) => each.key);
    return { trigger: key, name: moved.name, place, of: order.length, order };
  },
});
