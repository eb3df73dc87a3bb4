import type { Drip } from "../tables";
import type { Ending } from "../tables/packed/ending";

type EndCells = Pick<Drip, "endsOn" | "endReason" | "endedBy">;

/** A drip's end from its row, where a reason or a name without a day ends nothing. */
export const endOf = ({ endsOn, endReason: reason, endedBy: by }: EndCells): Ending | null =>
  endsOn === null ? null : { on: endsOn, reason, by };

/** The cells that say an end, or none. */
export const endCells = (end: Ending | null | undefined): EndCells => ({
  endsOn: end?.on ?? null,
  endReason: end?.reason ?? null,
  endedBy: end?.by ?? null,
});
