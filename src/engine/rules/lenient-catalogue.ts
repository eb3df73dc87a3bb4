import { plainText } from "../kernel/cells";
import type { Key } from "../kernel/keys";
import type { Program } from "../program/program";
import { type Catalogue, type Fact, factsOf } from "./facts";
import { factSources } from "./program-event";

/**
 * The facts of a program, and those that rules name as if they were columns of the team's own: for calls that
 * describe triggers without reading the tabs that such columns would stand on.
 */
export function lenientCatalogue(program: Program, rules: readonly (string | null)[]): Catalogue {
  const named = new Map<Key, Fact>();
  const take = (key: string, id: unknown): unknown => {
    const from = factSources.find((source) => String(id).startsWith(`${source}.`));
    if (key === "fact" && typeof id === "string" && from) {
      const known = plainText(id);
      const fact = { id: known, label: known, type: "any", from, computed: false } as const;
      named.set(known, { ...fact, read: () => null });
    }
    return id;
  };
  for (const text of rules) {
    try {
      JSON.parse(text ?? "null", take);
    } catch {
      // Broken rules name no facts; they are refused as rules.
    }
  }
  for (const fact of factsOf(program).values()) named.set(fact.id, fact);
  return named;
}
