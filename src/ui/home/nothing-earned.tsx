import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { Icon } from "../parts/icon";
import { MendPanel } from "./mend-panel";

type Nothing = Output<"home">["nothing"];

/** How many sales of the last days earned nothing, why, and the way to mend it (IMPORT-7). */
export function NothingEarned({ nothing }: { readonly nothing: Nothing }) {
  const [isOpen, setOpen] = useState(false);
  const { noPartner, beforeStart, noTrigger } = nothing;
  return (
    <div class="row warn">
      <Icon name="warning" />
      <div class="grow">
        <p class="line">
          <button type="button" class="link strong" onClick={() => setOpen(true)}>
            {text.count(noPartner + beforeStart + noTrigger, "sale")} earned nothing
          </button>
        </p>
        <p class="faint">
          {[
            noPartner > 0 && `${noPartner} without a partner`,
            beforeStart > 0 && `${beforeStart} dated before the program's start`,
            noTrigger > 0 && `${noTrigger} processed while no trigger was active`,
          ]
            .filter(Boolean)
            .join(", ")}
          .
        </p>
      </div>
      {isOpen && <MendPanel onClose={() => setOpen(false)} />}
    </div>
  );
}
