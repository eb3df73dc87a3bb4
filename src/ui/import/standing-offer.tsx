import { useState } from "preact/hooks";
import { Button } from "../parts/button";
import { Notice, Refusal } from "../parts/notice";
import { useAct } from "../state/use-act";
import type { Import } from "./use-import";

/** A tab that another tool fills can be read at each run from now on, as it was just read (IMPORT-14). */
export function StandingOffer({ job }: { readonly job: Import }) {
  const act = useAct("keep-standing-import");
  const [isKept, setKept] = useState(false);
  const { source, standing, lines } = job;
  if (!source?.tab || !standing || lines !== "sales") return null;
  const { tab } = source;
  const keep = async () => {
    const reply = await act.start({ tab, ...standing });
    if (reply?.ok) setKept(true);
  };
  if (isKept)
    return (
      <Notice tone="good">
        <p>Each run reads the tab {tab} from now on, and takes its new lines.</p>
      </Notice>
    );
  return (
    <section>
      <h2>Read this tab at each run</h2>
      <p class="faint">
        For a tab that Zapier, Make, a form or a script fills. Each run takes the lines that are
        new, as they are read here. A line that changes later is reported on Home, and never taken
        twice.
      </p>
      {act.error && <Refusal error={act.error} />}
      <div class="buttons">
        <Button isBusy={act.isBusy} onClick={() => void keep()}>
          Read it at each run
        </Button>
      </div>
    </section>
  );
}
