import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Skeleton } from "../parts/skeleton";
import { show } from "../shell/router";
import { ScreenFrame } from "../shell/screen-frame";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";

/** The schedule, and the next steps. */
export function ScheduleStep() {
  const status = useLoad("schedule-status", {});
  const install = useAct("install-schedule");
  const owner = status.output?.owner;
  return (
    <ScreenFrame
      hasBack={false}
      title="Ready to run"
      actions={
        <>
          <Button look="action" onClick={() => show({ screen: "triggers" })}>
            Write a trigger
          </Button>
          <Button onClick={() => show({ screen: "home" })}>Go to Home</Button>
        </>
      }
    >
      <p class="faint">Step 3 of 3.</p>
      <section>
        <h2>The schedule</h2>
        {status.error && <Refusal error={status.error} onRetry={status.reload} />}
        {status.isLoading && !status.output && <Skeleton rows={1} />}
        {owner && (
          <p>Each night a run processes new rows, on behalf of {owner}. Nothing else is needed.</p>
        )}
        {owner === "" && (
          <>
            <p>There is no schedule yet. New rows wait until someone runs it manually.</p>
            <div class="buttons">
              <Button
                isBusy={install.isBusy}
                onClick={() => void install.start({}).then(status.reload)}
              >
                Install the schedule
              </Button>
            </div>
          </>
        )}
        {install.error && <Refusal error={install.error} />}
      </section>
      <section>
        <h2>Next steps</h2>
        <ul class="spaced">
          <li>
            Write your first trigger before the next run: a sale is processed once, by the triggers
            that are active then.
          </li>
          <li>Add partners and customers on their tabs, or paste them.</li>
          <li>Record sales here, type them, or let another tool write them.</li>
        </ul>
      </section>
    </ScreenFrame>
  );
}
