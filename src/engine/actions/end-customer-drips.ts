import { endDrip, endPause } from "../drips/end-drip";
import type { Acted, ActionDefinition } from "./action";

const BY_TRIGGER = { cause: "words", said: "ended by a trigger" } as const;

/** Ends the customer's running drips on the event's date: what fell due by then stands (TRIG-11, DRIP-23). */
export const endCustomerDrips: ActionDefinition<null> = {
  fields: [],
  parse: ({ event }) =>
    event === "partner joined or changed group"
      ? {
          ok: false,
          complaints: [
            { column: "action", message: `“${event}” has no customer whose drips could end.` },
          ],
        }
      : { ok: true, value: null },
  summary: () => "the customer's drips end",
  effect: () => "the customer's running drips would end; rewards due by then are kept",
  act(_, { work, event, customer, by, isTest }): Acted {
    if (customer === null) return { made: false, said: "has no customer whose drips could end" };
    const drips = work.where("drips", "customer", customer.key);
    if (isTest) return { made: false, said: "would end the customer's drips" };
    const ended = drips.filter((drip) => {
      const isEnded = endDrip(work, drip, { on: event.on, reason: BY_TRIGGER, by });
      // The ending closes a pause at once, as a person's does (DRIP-31).
      if (isEnded) endPause(work, drip.key, event.on);
      return isEnded;
    });
    return { made: false, said: `ended ${ended.length} of the customer's drips` };
  },
};
