import { forget } from "../acts/versions";
import { ask, type Life } from "../life";
import type { Complain } from "./books";

/** What left the house and is lost to an older version is told until it is known again (REFUSAL-8a). */
export async function checkLost(life: Life, complain: Complain): Promise<void> {
  forget(life);
  if (life.lost.size === 0) return;
  const reply = await ask(life, "check-health", {});
  if (!reply.ok) return complain(`check-health: ${reply.error.message}`);
  const { rows } = reply.output as { readonly rows: readonly { readonly check: string }[] };
  if (!rows.some(({ check }) => check === "left-the-house"))
    complain(`nothing tells of ${[...life.lost].join(", ")}, which left before`);
}
