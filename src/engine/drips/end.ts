import type { Day } from "../kernel/day";
import type { Drip } from "../tables";
import { type EndReason, endInWords, readEndReason } from "../tables/packed/end-reason";
import type { Ending } from "../tables/packed/ending";

/** An end of a drip: what is due on or before its day stands. A person may type the day alone. */
export interface DripEnd {
  readonly on: Day;
  readonly reason: EndReason | null;
  readonly by: string | null;
}
type EndCells = Pick<Drip, "endsOn" | "endReason" | "endedBy">;

/** A drip's end from its row, where a reason or a name without a day ends nothing. */
export const endOf = ({ endsOn, endReason: reason, endedBy: by }: EndCells): DripEnd | null =>
  endsOn === null ? null : { on: endsOn, reason, by };

/** The cells that say an end, or none. */
export const endCells = (end: DripEnd | null): EndCells => ({
  endsOn: end?.on ?? null,
  endReason: end?.reason ?? null,
  endedBy: end?.by ?? null,
});

/** An end as it waits behind the one in the row; its reason stands there in words, as in its cell. */
export const toEnding = ({ reason, ...end }: DripEnd): Ending => ({
  ...end,
  reason: reason === null ? null : endInWords(reason),
});
export const fromEnding = ({ reason, ...end }: Ending): DripEnd => ({
  ...end,
  reason: reason === null ? null : readEndReason(reason),
});
