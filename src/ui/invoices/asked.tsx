import type { Output } from "../../engine/contract";
import { PayPanel, ReopenPanel, ReturnPanel, WriteOffPanel } from "./act-panels";
import { FilePanel } from "./file-panel";
import { FinalizePanel } from "./finalize-panel";
import type { Part } from "./lines";
import { MovePanel } from "./move-panel";
import type { LineActs } from "./use-line-acts";

/** What a person is being asked about an invoice. */
export type Asking =
  | { readonly kind: "finalize" | "pay" | "reopen" | "file" | "move" }
  | { readonly kind: "write off"; readonly part: Part }
  | { readonly kind: "return"; readonly payout: string; readonly name: string };

/** The question in its panel. */
export function Asked(props: {
  readonly asking: Asking;
  readonly of: Output<"show-invoice">;
  readonly chosen: readonly string[];
  readonly acts: LineActs;
  readonly onClose: () => void;
  /** The act is done, and the panel with it. */
  readonly onDone: () => void;
  /** What is shown is out of date, and the panel stays. */
  readonly onChange: () => void;
}) {
  const { asking, of, chosen, acts, onChange, ...closing } = props;
  const { invoice, outcome, files } = of;
  switch (asking.kind) {
    case "finalize":
      return outcome && <FinalizePanel invoice={invoice} outcome={outcome} {...closing} />;
    case "pay":
      return <PayPanel invoice={invoice} chosen={chosen} {...closing} />;
    case "reopen":
      return <ReopenPanel invoice={invoice} {...closing} />;
    case "file":
      return (
        <FilePanel
          invoice={invoice.key}
          files={files}
          onClose={closing.onClose}
          onDone={onChange}
        />
      );
    case "move":
      return (
        <MovePanel
          invoice={invoice}
          count={chosen.length}
          acts={acts}
          onMove={(to) => void acts.move(chosen, to)}
          onClose={closing.onClose}
        />
      );
    case "write off": {
      const { partner, partnerName } = asking.part;
      const { currency } = invoice;
      return <WriteOffPanel {...{ partner, currency, name: partnerName }} {...closing} />;
    }
    case "return":
      return <ReturnPanel payout={asking.payout} name={asking.name} {...closing} />;
    default:
      return asking satisfies never;
  }
}
