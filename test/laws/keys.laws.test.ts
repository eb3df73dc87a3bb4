import fc from "fast-check";
import {
  adjustingKey,
  continuedDripKey,
  dripKey,
  firstDripKey,
  occurrenceKey,
  payoutKey,
  readPayoutKey,
  replacedDripKey,
  rewardKey,
  triggerIn,
} from "../../src/engine/kernel/keys";
import { law, runs } from "../support/laws";

/** Keys in which the signs stand that part made keys, and those that they are spelled with. */
const key = fc
  .array(fc.constantFrom("a", "b", "/", "#", "1", "*", "+", "%", "2", "f", "_", "|", " "), {
    minLength: 1,
    maxLength: 6,
  })
  .map((signs) => signs.join("").trim() || "a");
const cause = fc.tuple(key, key);
const march = "inv_2026-03_USD";

/** Whether two causes have one made key only where they are one cause. */
const isOneToOne = <C>(causes: fc.Arbitrary<C>, made: (cause: C) => string): void =>
  fc.assert(
    fc.property(causes, causes, (one, other) => {
      expect(made(one) === made(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
    { numRuns: Math.max(2_000, runs) },
  );

test("two causes never have one key, whatever signs a team uses in its own", () => {
  isOneToOne(cause, ([event, trigger]) => rewardKey(event, trigger));
  const k = fc.integer({ min: 1, max: 12 });
  isOneToOne(fc.tuple(key, k), ([reward, n]) => adjustingKey(reward, n));
  isOneToOne(fc.tuple(key, k), ([partner, n]) => payoutKey(march, partner, n));
  isOneToOne(fc.tuple(key, key, k), ([event, trigger, n]) =>
    occurrenceKey(dripKey(event, trigger), n),
  );
});

law(
  "no reward of an event has the key of an occurrence",
  fc.tuple(cause, cause),
  ([[event, trigger], [other, its]]) => {
    expect(rewardKey(event, trigger)).not.toBe(occurrenceKey(dripKey(other, its), 1));
  },
);

law(
  "a made key is read back as its parts",
  fc.tuple(cause, fc.integer({ min: 1, max: 3 })),
  ([[event, name], n]) => {
    expect(triggerIn(rewardKey(event, name), event)).toBe(name);
    expect(readPayoutKey(payoutKey(march, name, n))).toEqual({ invoice: march, partner: name });
    const first = dripKey(event, name);
    expect(firstDripKey(replacedDripKey(continuedDripKey(first)))).toBe(first);
  },
);
