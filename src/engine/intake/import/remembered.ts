import { fingerprint } from "../../kernel/keys";
import { parseJson } from "../../tables/packed/packed";
import type { Answers } from "./answers";
import { answerTargets, currencyIn, plainHeader, type Target, targets } from "./header-names";
import { isOwnTarget } from "./own-cells";

/** What all files with the same headers have in common; those of another currency have other headers. */
export const fingerprintOf = (headers: readonly string[]): string =>
  fingerprint(headers.map((each) => plainHeader(each) + currencyIn(each)).join("|"));

/** A mapping as it is kept: targets by their place, and the answers. */
type Kept = Omit<Answers, "targets"> & { readonly columns: readonly (Target | 0)[] };

export function keptText(answers: Answers): string {
  const { targets: places = [], ...rest } = answers;
  const kept: Kept = { columns: places.map((target) => target ?? 0), ...rest };
  return JSON.stringify(kept);
}

/** The answers that were kept; undefined where the text is none of this release. */
export function answersIn(text: string | undefined): Answers | undefined {
  const { columns, ...rest } = Object(parseJson(text ?? "")) as Partial<Kept>;
  if (!Array.isArray(columns)) return undefined;
  const isKnown = (each: Target) =>
    isOwnTarget(each) || [...targets, ...answerTargets].includes(each as never);
  const known = (each: Target | 0) => (each && isKnown(each) ? each : null);
  return { ...rest, targets: columns.map(known) };
}
