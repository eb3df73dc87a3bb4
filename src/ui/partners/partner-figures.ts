import type { Output } from "../../engine/contract/contract";
import { call } from "../state/call";
import { createStore } from "../state/store";

export type Figures = Output<"partner-figures">["partners"][number];

/** What is owed and when the last sale was, by partner; empty until it is read. It outlives the screen. */
export const partnerFigures = createStore<ReadonlyMap<string, Figures>>(new Map());

/** Reads the figures again, after the list itself; where that fails the list simply has none. */
export async function readFigures(): Promise<void> {
  const read: Figures[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const reply: Awaited<ReturnType<typeof page>> = await page(after);
    if (!reply.ok) return;
    read.push(...reply.output.partners);
    after = reply.output.next;
  }
  partnerFigures.set(new Map(read.map((figures) => [figures[0], figures])));
}

const page = (after: string) => call("partner-figures", { after });
