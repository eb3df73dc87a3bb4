import type { ReplyError } from "../../engine/contract/contract";

/** A record that can be picked: its key, its name, and what distinguishes it from others. */
export interface Choice {
  readonly key: string;
  readonly name: string;
  readonly about: string;
}

/** The result of a picker's search. */
export interface SearchResult {
  readonly choices: readonly Choice[] | undefined;
  readonly error: ReplyError | undefined;
  readonly isLoading: boolean;
}
