import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";

/** What saving did: the version, the drips that keep their old terms, and triggers that overlap. */
export function savedText(name: string, state: string, saved: Output<"save-trigger">): string {
  if (saved.wasThere) return `“${name}” was already saved. Nothing was created twice.`;
  const { version, isNewVersion, keepOldTerms, overlaps } = saved;
  return [
    `“${name}” is saved${state === "active" ? " and active" : ` as ${state}`}${isNewVersion ? `, version ${version}` : ""}.`,
    keepOldTerms > 0 &&
      `${text.count(keepOldTerms, "running drip keeps its", "running drips keep their")} old terms.`,
    overlaps.length > 0 && `It overlaps with ${overlaps.map((each) => each.name).join(", ")}.`,
  ]
    .filter(Boolean)
    .join(" ");
}
