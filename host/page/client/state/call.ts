import type { Answer, CallName, Input, Output } from "../../calls";
import type { WireRows } from "../../wire";
import { client } from "./client-state";

/** Calls the server; throws an Error with its text when it refuses. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  client.set({ working: client.get().working + 1 });
  try {
    const response = await fetch(`/api/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(await response.text());
    const answer = (await response.json()) as Answer<N>;
    if (!answer.ok) throw new Error(answer.message);
    return answer.output;
  } finally {
    client.set({ working: client.get().working - 1 });
  }
}

let last: Promise<unknown> = Promise.resolve();

/** An act of the person: one after the other, in their order; a refusal shows as a notice. */
export function act<N extends CallName>(name: N, input: Input<N>): Promise<boolean> {
  const done = last.then(async () => {
    try {
      await call(name, input);
      return true;
    } catch (thrown) {
      tell("There was a problem", thrown);
      return false;
    }
  });
  last = done;
  return done;
}

/** Shows what went wrong until the person closes it. */
export function tell(title: string, thrown: unknown): void {
  client.set({
    notice: { title, text: thrown instanceof Error ? thrown.message : String(thrown) },
  });
}

/** Rows of a sheet from a 0-based place on. */
export async function fetchRows(sheet: number, from: number, count: number): Promise<WireRows> {
  const response = await fetch(`/api/rows?sheet=${sheet}&from=${from}&count=${count}`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as WireRows;
}
