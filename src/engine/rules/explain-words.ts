import type { JudgedTest, Why } from "./explain";
import type { Catalogue } from "./facts";
import { ruleLines } from "./rule-lines";

/** All that explanations of rewards and drips may hold; each kind has some of it (REWARD-10). */
type AnyWhy = Partial<Omit<Why, "deciding">> & {
  readonly deciding?: readonly JudgedTest[];
  readonly drip?: string;
  readonly occurrence?: string;
  readonly due?: string;
  readonly manual?: string;
  readonly by?: string;
  readonly on?: string;
  readonly adjusts?: string;
  readonly refund?: string;
  readonly typed?: string;
  readonly judgedAgain?: string;
};

/**
 * What a row keeps as its *why*, as plain sentences. `nameOf` names a trigger. Text that is no explanation of
 * ours is given as it is.
 */
export function whyInWords(
  text: string | null,
  catalogue: Catalogue,
  nameOf: (trigger: string) => string,
): readonly string[] {
  const why = read(text);
  if (typeof why === "string") return why === "" ? [] : [why];
  const rules = [...(why.rules ? [why.rules] : []), ...(why.deciding ?? [])];
  const conditions = rules
    .flatMap((each) => ruleLines(each, catalogue))
    .map(({ depth, text: said, found, holds }) => {
      const indent = "  ".repeat(depth);
      const value = found === null ? "" : `, found ${found}`;
      return `${indent}${said}${value}: ${holds ? "met" : "not met"}`;
    });
  const sentences: readonly (readonly [unknown, string])[] = [
    [why.event, `Event: ${why.event}.`],
    [why.drip, `Part ${why.occurrence} of the drip ${why.drip}, due ${why.due}.`],
    [why.manual, `Made manually by ${why.by} on ${why.on}: ${why.manual}.`],
    [why.adjusts, `Corrects the reward ${why.adjusts}.`],
    [why.refund, `Because of the refund ${why.refund}.`],
    [why.typed, `Because of an edit in the sheet: ${why.typed}.`],
    [why.judgedAgain, `Judged again on ${why.judgedAgain}.`],
    [why.trigger, `Trigger “${nameOf(why.trigger ?? "")}”, version ${why.version}.`],
    ...conditions.map((each) => [true, each] as const),
    [why.left, `and ${why.left} more conditions`],
    [why.sum, `Amount: ${why.sum}.`],
    ...(why.notes ?? []).map((note) => [true, `${note}.`] as const),
  ];
  return sentences.flatMap(([present, said]) => (present ? [said] : []));
}

function read(text: string | null): AnyWhy | string {
  try {
    const why: unknown = JSON.parse(text ?? '""');
    if (typeof why === "object" && why !== null) return why;
  } catch {
    // A person's own words in the cell are no JSON.
  }
  return text ?? "";
}
