import type { Call } from "../../src/engine/contract/contract";
import { useCases } from "../../src/engine/usecases";

export type Kind = "home" | "screen" | "act";
/** A screen only reads; an act writes. */
export function kindOf(call: string): Kind {
  if (call === "home") return "home";
  if (!(call in useCases)) return WRITING.has(call) ? "act" : "screen";
  return useCases[call as keyof typeof useCases].edits === "read only" ? "screen" : "act";
}
/** What the adapter answers itself and writes for. */
const WRITING: ReadonlySet<string> = new Set<Call>([
  "add-columns",
  "check-installation",
  "decide-copy",
  "install-schedule",
  "remove-schedule",
]);
