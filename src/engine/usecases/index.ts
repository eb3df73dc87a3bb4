import { endDripByHand } from "./end-drip";
import { home } from "./home";
import { listDrips } from "./list-drips";
import { run } from "./run";
import { setUp } from "./set-up";
import type { UseCase } from "./use-case";

/** The registry of use cases: the only calls that the door knows (architecture.md §1). */
export const useCases = {
  "end-drip": endDripByHand,
  home,
  "list-drips": listDrips,
  run,
  "set-up": setUp,
} as const satisfies { readonly [Name in string]: unknown };
