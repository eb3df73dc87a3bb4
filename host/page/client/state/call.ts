import type { Answer, CallName, Input, Output } from "../../calls";
import type { WireRows } from "../../wire";
import { client } from "./client-state";

/** Calls the server; throws an Error with its text when it refuses. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  client.set({ working: client.get().working + 1 });
  try {
    return await post(name, input);
  } finally {
    client.set({ working: client.get().working - 1 });
  }
}

async function post<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const response = await fetch(`/api/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(await response.text());
  const answer = (await response.json()) as Answer<N>;
  if (!answer.ok) throw new Error(answer.message);
  return answer.output;
}

let told = "";

/** Tells the server where the person is, so that scripts know the active cell. */
export function tellSelection(selection: Input<"select">): void {
  const place = JSON.stringify(selection);
  if (place === told) return;
  told = place;
  // The sheet or the server may just be gone: the next move reports again, and the page shows a lost server anyway.
  post("select", selection).catch(() => {
    told = "";
  });
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Acts of the person, one after the other, in their order; a refusal is shown as a notice under the title. Answers whether it was
 * done; `told` gets what the server says.
 */
export function act<N extends CallName>(
  name: N,
  input: Input<N>,
  title = "There was a problem",
  told: (output: Output<N>) => void = () => undefined,
): Promise<boolean> {
  const done = last.then(async () => {
    try {
      told(await call(name, input));
      return true;
    } catch (thrown) {
      tell(title, thrown);
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
