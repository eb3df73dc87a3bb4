import { joinWithDots } from "../format/words";

/** What the title of a reward is made of. */
export interface Titled {
  readonly customerName: string;
  readonly description: string;
  readonly part: { readonly k: number; readonly n: number } | null;
}

/** Whether a text names somebody in whole words: "Al" is not in "Annual plan". */
const names = (text: string, name: string): boolean =>
  text
    .split(name)
    .some(
      (after, at, parts) =>
        at > 0 && !/[\p{L}\p{N}]$/u.test(parts[at - 1] ?? "") && !/^[\p{L}\p{N}]/u.test(after),
    );

/**
 * Whom and what a reward is for. The number of a drip's occurrence comes first, where a narrow line does not cut it
 * off: it may be all that distinguishes one reward from the next.
 */
export const titleOf = ({ customerName, description, part }: Titled): string =>
  joinWithDots([
    part && `${part.k} of ${part.n}`,
    !names(description, customerName) && customerName,
    description,
  ]);
