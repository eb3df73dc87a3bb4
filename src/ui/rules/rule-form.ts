import type { Output } from "../../engine/contract/contract";

type Described = Extract<Output<"describe-trigger">, { kind: "described" }>;
/** The rules of a trigger as the server describes them for a form. */
export type RuleForm = Described["rules"]["form"];
export type RuleGroup = Extract<RuleForm, { kind: "group" }>;
export type RuleItem = RuleGroup["items"][number];
export type RuleTest = Extract<RuleItem, { kind: "condition" }>;
export type RuleValue = RuleTest["value"];
export type Facts = Output<"list-facts">;

export const blankTest: RuleTest = { kind: "condition", fact: "", operator: "equal", value: "" };
export const blankGroup: RuleGroup = { kind: "group", match: "all", items: [] };

/** The places of a group's items, as the server names them in refusals: “all 1 › any 2”. */
export function placesOf({ match, items }: RuleGroup, place: string): readonly string[] {
  const inside = place === "" ? "" : `${place} › `;
  if (match !== "not") return items.map((_, i) => `${inside}${match} ${i + 1}`);
  // Several items under “not” are written as one “any” below it (src/engine/triggers/form.ts).
  return items.length === 1 ? [`${inside}not`] : items.map((_, i) => `${inside}not › any ${i + 1}`);
}

/**
 * A message about a place in the rules, with the place as the form numbers it: "“all 2 › any 1” …" becomes condition
 * 2 › 1.
 */
export const withFormNumbers = (message: string): string =>
  message.replace(/^“((?:all|any|not) [^”]*)”/, (_, place: string) =>
    `Condition ${(place.match(/\d+/g) ?? []).join(" › ")}`.trim(),
  );

/** The messages about one place, without its name; about the rules as a whole where the place is "". */
export const messagesAt = (messages: readonly string[], place: string): readonly string[] => {
  const start = place === "" ? "The rule " : `“${place}” `;
  return messages
    .filter((each) => each.startsWith(start))
    .map((each) => `It ${each.slice(start.length)}`);
};
