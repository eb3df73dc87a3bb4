import { answer, type Rpc } from "../demo/rpc";
import { pasteRows } from "../demo/sheet-rows";
import { openHost } from "../host";
import type { Cell } from "../src/engine/kernel/fields";
import type { TableName } from "../src/engine/tables";
import { START } from "./rows";

/** A host with a set-up program on its first day, ready to be filled; on another build of the script if one is named. */
export async function openProgram(dist?: string) {
  const user = "bench@example.com";
  const host = await openHost({ now: START, timeZone: "UTC", user, ...(dist ? { dist } : {}) });
  const rpc: Rpc = (name, input) => host.rpc(name, input) as never;
  await answer(rpc("set-up", {}));
  return { host, rpc };
}
export type Bench = Awaited<ReturnType<typeof openProgram>>;

/** Pastes rows by column id into their tabs. */
export function fill(
  { host }: Bench,
  rows: { readonly [N in TableName]?: readonly Readonly<Record<string, Cell>>[] },
): void {
  for (const [table, list] of Object.entries(rows)) pasteRows(host, table as TableName, list);
}
