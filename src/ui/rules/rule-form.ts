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

type Complaint = NonNullable<Output<"describe-trigger">["problems"][number]["rule"]>;
export type Complaints = readonly Complaint[];

/** A complaint with its place as the form numbers it: of “all 2 › any 1”, condition 2 › 1. */
export function complaintText({ place, says }: Complaint): string {
  const numbers = place.split(" › ").flatMap((step) => step.split(" ")[1] ?? []);
  const name = place === "" ? "The rule" : ["Condition", ...numbers.slice(0, 1)].join(" ");
  return `${[name, ...numbers.slice(1)].join(" › ")} ${says}.`;
}

/** The messages about one place, without its name; about the rules as a whole where the place is "". */
export const messagesAt = (complaints: Complaints, place: string): readonly string[] =>
  complaints.filter((each) => each.place === place).map(({ says }) => `It ${says}.`);
