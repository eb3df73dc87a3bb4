import { useState } from "preact/hooks";
import { Button } from "../parts/button";
import { FormPanel } from "../parts/form-panel";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";

/** Revokes the links to all partners' pages (PARTNER-2). */
export function PagesSection() {
  const [isOpen, setOpen] = useState(false);
  const revoke = useAct("revoke-partner-links");
  const confirm = async () => {
    if (!(await revoke.start({}))?.ok) return;
    setOpen(false);
    showToast("No link that was sent so far works any more.");
  };
  return (
    <section aria-labelledby="partner-pages">
      <h2 id="partner-pages">Partner pages</h2>
      <p class="small faint">
        If a link got into the wrong hands, revoke it on the partner's screen.
      </p>
      <div class="buttons">
        <Button onClick={() => setOpen(true)}>Revoke all links…</Button>
      </div>
      {isOpen && (
        <FormPanel
          title="Revoke all links"
          error={revoke.error}
          isBusy={revoke.isBusy}
          action="Revoke all"
          onSubmit={() => void confirm()}
          onClose={() => setOpen(false)}
        >
          <p>Every link to a partner's page that was sent so far stops working.</p>
        </FormPanel>
      )}
    </section>
  );
}
