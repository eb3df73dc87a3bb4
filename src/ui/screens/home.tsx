import { useEffect, useRef } from "preact/hooks";
import type { ReplyError } from "../../engine/contract/contract";
import { FirstHour } from "../first-run/first-hour";
import { AttentionList } from "../home/attention-list";
import { Figures } from "../home/figures";
import { LastRun } from "../home/last-run";
import { RefusedNotice } from "../home/refused-notice";
import { RunStatus } from "../home/run-status";
import { clearOutcome, runNow, runStore } from "../home/run-store";
import { ScheduleNotices } from "../home/schedule-notices";
import { warningOf } from "../home/schedule-warning";
import { SetUpOffer } from "../home/set-up-offer";
import { Button, IconButton } from "../parts/button";
import { Notice, Refusal } from "../parts/notice";
import { Skeleton } from "../parts/skeleton";
import { Version } from "../shell/release";
import { open } from "../shell/router";
import { ScreenFrame } from "../shell/screen-frame";
import { useStore } from "../state/store";
import { useLoad } from "../state/use-load";

const isNotSetUp = (error: ReplyError | undefined) =>
  error?.code === "TABLE_MISSING" || error?.code === "HEADER_MISSING";

/** The first screen: what needs attention, the key figures, the last run, and a button to run now. */
export function Home() {
  const { output: home, error, isLoading, reload } = useLoad("home", {});
  const schedule = useLoad("schedule-status", {}, home?.isSetUp === true);
  const run = useStore(runStore);
  const isRunning = run.status === "running";
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    if (wasRunning.current && !isRunning) reload();
    wasRunning.current = isRunning;
  }, [isRunning, reload]);
  useEffect(() => clearOutcome, []);

  if ((home && !home.isSetUp) || (!home && isNotSetUp(error))) {
    return <SetUpOffer error={error} onDone={reload} />;
  }
  const status = schedule.output;
  const isWarned = status && !status.isUndecidedCopy && warningOf(status, String) !== undefined;
  const notices = status && (
    <ScheduleNotices
      status={status}
      onDone={() => {
        schedule.reload();
        reload();
      }}
    />
  );
  return (
    <ScreenFrame
      hasBack={false}
      title={home?.programName ?? "Home"}
      beside={<IconButton icon="reload" label="Refresh" isOff={isLoading} onClick={reload} />}
      status={<RunStatus />}
      actions={
        home && (
          <>
            <Button look="action" isBusy={isRunning} onClick={() => void runNow()}>
              {isRunning ? "Running" : "Run now"}
            </Button>
            <Button icon="plus" onClick={() => open({ screen: "manual-reward" })}>
              Manual reward
            </Button>
          </>
        )
      }
    >
      {error && <Refusal error={error} onRetry={reload} isBusy={isLoading} />}
      {!home && isLoading && <Skeleton rows={5} />}
      {home && (
        <>
          {home.paused && (
            <Notice tone="warning">
              <p>The program is paused: runs do nothing until you resume it.</p>
              <div class="buttons">
                <Button onClick={() => open({ screen: "settings" })}>Settings</Button>
              </div>
            </Notice>
          )}
          {status?.isUndecidedCopy && notices}
          {home.hasRefused && <RefusedNotice onDone={reload} />}
          <FirstHour isNew={home.isNew} />
          <AttentionList home={home} missedRuns={isWarned && notices} />
          <LastRun last={home.lastRun} />
          <Figures home={home} />
          <Version />
        </>
      )}
    </ScreenFrame>
  );
}
