import { cellWords } from "../../src/engine/kernel/cell-words";
import type { Sentence } from "../../src/engine/kernel/message";
import { ask, type Life } from "./life";

interface Finding {
  readonly check: string;
  readonly id: string;
  readonly message: Sentence;
  readonly repairs: readonly { readonly how: string }[];
}

/** What may be left over by nobody, once what people deleted was restored or declared void. */
const NEVER = new Set([
  "missing-rewards",
  "orphans",
  "impossible-statuses",
  "wrong-sums",
  "doubled-rows",
]);

interface Found {
  readonly rows: readonly Finding[];
  readonly pages: number;
}

const findings = async (life: Life): Promise<readonly Finding[]> => {
  const all: Finding[] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const reply = await ask(life, "check-health", { page });
    if (!reply.ok) throw new Error(`check-health: ${reply.error.message}`);
    const found = reply.output as Found;
    all.push(...found.rows);
    pages = found.pages;
  }
  return all.filter(({ check }) => NEVER.has(check));
};

/**
 * Has what people deleted restored, or declares it void, and the next run see it. What the program's own health check
 * still finds then, as sentences.
 */
export async function heal(life: Life): Promise<readonly string[]> {
  const found = await findings(life);
  const missing = found.filter(({ check }) => check === "missing-rewards");
  if (missing.length === 0) return found.map(sentence);
  for (const { check, id } of missing) {
    const how = life.dice.of(["restore", "void"]);
    const reply = await ask(life, "repair", { check, id, how });
    if (!reply.ok) await ask(life, "repair", { check, id, how: "void" });
  }
  await ask(life, "run", { kind: "by hand" });
  return (await findings(life)).map(sentence);
}

const sentence = ({ check, id, message }: Finding): string =>
  `health: ${check} ${id}: ${cellWords(message)}`;
