import type { Call, Input, Output, Reply } from "../src/engine/contract/contract";
import { cellWords } from "../src/engine/kernel/cell-words";

/** The one rpc door of the bundle, typed by the contract. */
export type Rpc = <C extends Call>(name: C, input: Input<C>) => Promise<Reply<C>>;

/** The output of a reply, or its refusal thrown with the sentences of its problems. */
export async function answer<C extends Call>(pending: Promise<Reply<C>>): Promise<Output<C>> {
  const reply = await pending;
  if (reply.ok) return reply.output;
  const problems = (reply.error.problems ?? []).map(({ message }) => message);
  throw new Error([reply.error.message, ...problems].map(cellWords).join(" "));
}
