import type { Call, Input } from "../../../src/engine/contract/contract";

/** Whether a call with this input compiles; `tsc` fails where a word below says otherwise. */
type Compiles<C extends Call, I> = I extends Input<C> ? "compiles" : "does not compile";

test("a call requires its required fields", () => {
  const nothing: Compiles<"end-drip", object> = "does not compile";
  const noDrip: Compiles<"end-drip", { reason: string }> = "does not compile";
  const onlyWhich: Compiles<"end-drip", { drips: string[] }> = "compiles";
  expect([nothing, noDrip, onlyWhich]).toHaveLength(3);
});

test("a list is a list, not text", () => {
  const text: Compiles<"end-drip", { drips: string }> = "does not compile";
  const one: Compiles<"send-statements", { partners: string[] }> = "compiles";
  const none: Compiles<"send-statements", { partners: null }> = "compiles";
  expect([text, one, none]).toHaveLength(3);
});

test("a word is one of its list, an amount is a number or typed text, yes or no is not text", () => {
  type Reward = { partner: string; description: string };
  const typed: Compiles<"create-manual-reward", Reward & { amount: "1,5" }> = "compiles";
  const number: Compiles<"create-manual-reward", Reward & { amount: 1.5 }> = "compiles";
  const tick: Compiles<"create-manual-reward", Reward & { amount: boolean }> = "does not compile";
  const word: Compiles<"run", { kind: "by hand" }> = "compiles";
  const other: Compiles<"run", { kind: "yearly" }> = "does not compile";
  const yes: Compiles<"pause-invoice", { invoice: string; paused: true }> = "compiles";
  const yesText: Compiles<"pause-invoice", { invoice: string; paused: "yes" }> = "does not compile";
  expect([typed, number, tick, word, other, yes, yesText]).toHaveLength(7);
});

test("an optional field may be left out, blank or null", () => {
  const left: Compiles<"list-drips", object> = "compiles";
  const blank: Compiles<"list-drips", { status: ""; sort: null }> = "compiles";
  const day: Compiles<"list-places", { earnedOn: string }> = "compiles";
  expect([left, blank, day]).toHaveLength(3);
});
