import { joinWithDots } from "../format/words";

/** What the title of a reward is made of. */
export interface Titled {
  readonly customerName: string;
  readonly description: string;
  readonly part: { readonly k: number; readonly n: number } | null;
}

/**
 * Whom and what a reward is for. The number of a drip's occurrence comes first, where a narrow line does not cut it
 * off: it may be all that distinguishes one reward from the next.
 */
export const titleOf = ({ customerName, description, part }: Titled): string =>
  joinWithDots([
    part && `${part.k} of ${part.n}`,
    !description.includes(customerName) && customerName,
    description,
  ]);
