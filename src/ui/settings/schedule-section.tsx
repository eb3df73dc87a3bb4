import { text } from "../format/text";
import { ScheduleNotices } from "../home/schedule-notices";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Skeleton } from "../parts/skeleton";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";

/** Who owns the schedule and when it last ran; install, take over, remove, pause and resume it (RUN-12). */
export function ScheduleSection(props: {
  readonly isPaused: boolean;
  readonly isBusy: boolean;
  /** In whose name the web app runs, as far as is known; undefined until the settings are read. */
  readonly pages: string | undefined;
  readonly onPause: (paused: boolean) => void;
}) {
  const { isPaused, isBusy, pages, onPause } = props;
  const { output, error, isLoading, reload } = useLoad("schedule-status", {});
  const install = useAct("install-schedule");
  const remove = useAct("remove-schedule");
  const done = (isOk: boolean | undefined, sentence: string) => {
    if (!isOk) return;
    showToast(sentence);
    reload();
  };
  if (!output) {
    return error ? (
      <Refusal error={error} onRetry={reload} isBusy={isLoading} />
    ) : (
      <Skeleton rows={2} />
    );
  }
  const { owner, you, timeZone, hoursSinceClockRun, isUndecidedCopy } = output;
  const isYours = owner === you;
  const refused = install.error ?? remove.error;
  return (
    <section aria-labelledby="schedule">
      <h2 id="schedule">Schedule</h2>
      <ScheduleNotices status={output} onDone={reload} isPlain />
      <dl class="pairs">
        <dt class="faint">Owner</dt>
        <dd>{owner === "" ? "Nobody" : isYours ? `You, ${owner}` : owner}</dd>
        <dt class="faint">Last scheduled run</dt>
        <dd>
          {hoursSinceClockRun === null
            ? "None yet"
            : `${text.count(Math.floor(hoursSinceClockRun), "hour")} ago`}
        </dd>
        <dt class="faint">Time zone</dt>
        <dd>{timeZone || "Same as the spreadsheet"}</dd>
        <dt class="faint">Mail</dt>
        <dd>Statements: as whoever presses Mail{you && `, here ${you}`}. Notices: as the owner</dd>
        <dt class="faint">Partner pages</dt>
        <dd>{pages ?? "…"}</dd>
        <dt class="faint">Program</dt>
        <dd>{isPaused ? "Paused: runs do nothing" : "Running"}</dd>
      </dl>
      {!isUndecidedCopy && (
        <div class="buttons">
          <Button isBusy={isBusy} onClick={() => onPause(!isPaused)}>
            {isPaused ? "Resume" : "Pause"}
          </Button>
          <Button
            isBusy={install.isBusy}
            onClick={async () =>
              done(
                (await install.start({}))?.ok,
                "You own the schedule: the program runs automatically every day.",
              )
            }
          >
            {owner === "" ? "Install" : isYours ? "Reinstall" : "Take over"}
          </Button>
          {isYours && owner !== "" && (
            <Button
              isBusy={remove.isBusy}
              onClick={async () =>
                done(
                  (await remove.start({}))?.ok,
                  "Your schedule is removed: the program only runs manually.",
                )
              }
            >
              Remove
            </Button>
          )}
        </div>
      )}
      {refused && <Refusal error={refused} />}
    </section>
  );
}
