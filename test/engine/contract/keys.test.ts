import type { Key } from "../../../src/engine/kernel/keys";
import type { Drip, Reward, TableName } from "../../../src/engine/tables";

/** Whether a row of a table can be had by this key; `tsc` fails where a word below says otherwise. */
type Finds<N extends TableName, K> = K extends Key<N> ? "compiles" : "does not compile";

test("a key of one table never refers to a row of another", () => {
  const own: Finds<"drips", Drip["key"]> = "compiles";
  const partner: Finds<"partners", Drip["partner"]> = "compiles";
  const other: Finds<"customers", Drip["partner"]> = "does not compile";
  const lineOf: Finds<"rewards", NonNullable<Reward["adjusts"]>> = "compiles";
  const dripOf: Finds<"rewards", NonNullable<Reward["drip"]>> = "does not compile";
  expect([own, partner, other, lineOf, dripOf]).toHaveLength(5);
});

test("a key without a named table may be of any table", () => {
  const typed: Finds<"drips", string> = "compiles";
  const plain: Finds<"drips", Key> = "compiles";
  expect([typed, plain]).toHaveLength(2);
});
