import type { Sentence } from "../../src/engine/kernel/message";
import type { Happened } from "../../src/engine/tables/packed/happened";

/** What a line of Activity holds of a person's act whose cells say only words. */
export const actData = (what: Sentence, records: readonly string[]): Happened => ({
  kind: "act",
  what,
  records,
  from: null,
  to: null,
  why: null,
  answers: null,
  reopens: null,
});
