import { departedOf } from "../../invoices/left-the-house";
import type { Day } from "../../kernel/day";
import type { Env } from "../../kernel/env";
import { yesNoField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import type { Departed } from "../../kernel/left";
import { DomainError } from "../../kernel/problem";
import { listed, say } from "../../kernel/say";

/** The answer to the question that `refuseRepeats` asks; nothing is repeated without it. */
export const repeatInput = input("Do it once more", yesNoField, {
  hint: "It was done before, though this spreadsheet knows nothing of it.",
});

const words: Readonly<Record<keyof Departed, string>> = {
  filed: "put in a payment file",
  paid: "recorded as paid",
  mailed: "mailed",
  ran: "run",
};
const SAID = 5;

interface Repeat {
  /** The invoice, or the month of statements. */
  readonly group: string;
  /** The keys of payouts, or of partners, with the words by which people know them. */
  readonly of: readonly (readonly [key: Key, name: string])[];
  /** What would be repeated. */
  readonly what: readonly (keyof Departed)[];
}

/**
 * Asks before something leaves the house a second time that the workbook knows nothing of, as an older version doesn't
 * (REFUSAL-8). Throws ALREADY_LEFT with what was done and when, unless a person has confirmed it.
 */
export function refuseRepeats(
  { left }: Pick<Env, "left">,
  isConfirmed: boolean | null,
  { group, of, what }: Repeat,
): void {
  if (isConfirmed || !left) return;
  const known = left();
  const done = of.flatMap(([key, name]) => {
    const departed = departedOf(known, group, key);
    const found = what.find((each) => departed[each] !== undefined);
    return found ? [say`${name} was ${words[found]} on ${{ day: departed[found] as Day }}`] : [];
  });
  if (done.length === 0) return;
  const more = done.length > SAID ? `; and ${done.length - SAID} more` : "";
  throw new DomainError(
    "ALREADY_LEFT",
    say`This was done before, though this spreadsheet knows nothing of it, as after an older version was restored: ${listed(done.slice(0, SAID))}${more}. Nothing was changed. Check first; then confirm it to do it once more.`,
  );
}
