import { ask, type Life } from "./life";

interface Finding {
  readonly check: string;
  readonly id: string;
  readonly message: string;
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

/** Has what people deleted restored, or declares it void; false where there was nothing to do. */
export async function heal(life: Life): Promise<boolean> {
  const missing = (await findings(life)).filter(({ check }) => check === "missing-rewards");
  for (const { check, id } of missing) {
    const how = life.dice.of(["restore", "void"]);
    const reply = await ask(life, "repair", { check, id, how });
    if (!reply.ok) await ask(life, "repair", { check, id, how: "void" });
  }
  return missing.length > 0;
}

/** What the program's own health check still finds, as sentences. */
export const ailments = async (life: Life): Promise<readonly string[]> =>
  (await findings(life)).map(({ check, id, message }) => `health: ${check} ${id}: ${message}`);
