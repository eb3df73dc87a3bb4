import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Notice, Refusal } from "../parts/notice";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";
import { warningOf } from "./schedule-warning";

/** What is wrong with the schedule, and how to fix it (RUN-12). */
export function ScheduleNotices(props: {
  readonly status: Output<"schedule-status">;
  readonly onDone: () => void;
  /** Leaves out the button, which is already on the screen. */
  readonly isPlain?: boolean;
}) {
  const { status, onDone, isPlain = false } = props;
  const install = useAct("install-schedule");
  const decide = useAct("decide-copy");
  const installNow = async () => {
    if ((await install.start({}))?.ok) {
      showToast("The schedule is installed: the program runs automatically every day.");
      onDone();
    }
  };
  const decideNow = async (as: "test copy" | "new home") => {
    if (!(await decide.start({ as }))?.ok) return;
    showToast(
      as === "test copy"
        ? "Marked as a test copy: it only runs manually and mails nobody."
        : "Marked as the new home: you own the schedule, and it runs every day.",
    );
    onDone();
  };
  if (status.isUndecidedCopy) {
    return (
      <Notice tone="warning">
        <p>This spreadsheet is a copy. What is it for? Nothing runs until you choose.</p>
        <div class="buttons">
          <Button isBusy={decide.isBusy} onClick={() => void decideNow("test copy")}>
            Test copy
          </Button>
          <Button isBusy={decide.isBusy} onClick={() => void decideNow("new home")}>
            New home
          </Button>
        </div>
        {decide.error && <Refusal error={decide.error} />}
      </Notice>
    );
  }
  const warning = warningOf(status, (hours) => text.count(hours, "hour"));
  if (warning === undefined) return null;
  return (
    <Notice tone="warning">
      <p>{warning}</p>
      {!status.hasTwoOwners && !isPlain && (
        <div class="buttons">
          <Button isBusy={install.isBusy} onClick={() => void installNow()}>
            Install the schedule
          </Button>
        </div>
      )}
      {install.error && <Refusal error={install.error} />}
    </Notice>
  );
}
