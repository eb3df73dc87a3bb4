import type { Key } from "../kernel/keys";
import type { Reward } from "../tables";

type Nullable = Pick<Reward, "trigger" | "triggerVersion">;
/** Where a reward comes from: what its row says of it goes together, and nothing else does. */
export type Origin =
  | ({ readonly source: "trigger" } & Nullable)
  | ({
      readonly source: "drip";
      readonly drip: Key<"drips">;
      readonly occurrence: number;
    } & Nullable)
  | { readonly source: "manual" }
  /** A line that corrects another reward. */
  | ({ readonly source: "adjustment"; readonly adjusts: Key<"rewards"> } & Nullable)
  /** What ends a balance corrects none. */
  | { readonly source: "write-off" };

/** A reward's origin from its row; a part or line that names no drip or reward, as no program makes it, is by hand. */
export function originOf(reward: Reward): Origin {
  const { source, trigger, triggerVersion, drip, occurrence, adjusts } = reward;
  const by = { trigger, triggerVersion };
  switch (source) {
    case "trigger":
      return { source, ...by };
    case "drip":
      return drip === null || occurrence === null
        ? { source: "manual" }
        : { source, drip, occurrence, ...by };
    case "manual":
      return { source };
    case "adjustment":
      return adjusts === null ? { source: "write-off" } : { source, adjusts, ...by };
    default:
      return source satisfies never;
  }
}

/** The cells that say an origin. */
export const originCells = (from: Origin) =>
  from.source === "write-off" ? { source: "adjustment" as const } : from;
