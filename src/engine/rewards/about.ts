import type { Reward } from "../tables";

interface Part {
  readonly k: number;
  readonly n: number;
}

const ofPart = ({ k, n }: Part): string => ` (${k} of ${n})`;

/** What a drip's part is described as: what the drip is for, and which part it is. */
export const describePart = (what: string, part: Part): string => what + ofPart(part);

/** What a reward is for, and which part of a drip it is: its numbers are data, and stand once more behind its text. */
export function aboutOf({ description, why }: Pick<Reward, "description" | "why">): {
  readonly what: string;
  readonly part: Part | null;
} {
  const what = description ?? "";
  if (why?.by !== "drip") return { what, part: null };
  const part = { k: why.k, n: why.n };
  const behind = ofPart(part);
  return { what: what.endsWith(behind) ? what.slice(0, -behind.length) : what, part };
}
