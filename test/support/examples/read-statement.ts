import { showStatement } from "../../../src/engine/usecases/statements/show-statement";
import { act } from "../../engine/usecases/act";
import type { StatementState } from "./format";
import type { Played } from "./names";

/** A partner's statement called `PARTNER MONTH CURRENCY`. */
export function readStatement({ program }: Played, name: string, today: string): StatementState {
  const [partner, month, currency] = name.split(" ");
  const { output } = act(program, showStatement, { partner, month, currency }, today);
  return {
    final: output.final,
    opening: output.opening.text,
    earned: output.lines.total.text,
    paid_out: output.payouts.total.text,
    closing: output.closing.text,
    pending: output.below.pending.total.text,
    held: output.below.held.total.text,
    to_come: output.below.drips.total.text,
  };
}
