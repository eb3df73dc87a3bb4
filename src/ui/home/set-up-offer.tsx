import type { ReplyError } from "../../engine/contract/contract";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { Refusal } from "../parts/notice";
import { showToast } from "../parts/toast";
import { show } from "../shell/router";
import { ScreenFrame } from "../shell/screen-frame";
import { useAct } from "../state/use-act";

/** What a spreadsheet without a program shows first, or one that lost a tab or a column. */
export function SetUpOffer(props: {
  readonly error: ReplyError | undefined;
  readonly onDone: () => void;
}) {
  const { error, onDone } = props;
  const setUp = useAct("set-up");
  const start = async () => {
    const reply = await setUp.start({});
    if (!reply?.ok) return;
    const { found, isFirst } = reply.output;
    showToast(
      found > 0
        ? `This spreadsheet is set up. ${text.count(found, "partner or customer", "partners and customers")} already here.`
        : "This spreadsheet is set up.",
    );
    onDone();
    if (isFirst) show({ screen: "first-run" });
  };
  return (
    <ScreenFrame
      hasBack={false}
      title="Welcome to Tributary"
      actions={
        <Button look="action" isBusy={setUp.isBusy} onClick={() => void start()}>
          {setUp.isBusy ? "Setting up" : "Set up this spreadsheet"}
        </Button>
      }
    >
      {error?.code === "HEADER_MISSING" && <Refusal error={error} />}
      {error?.code !== "HEADER_MISSING" && <p class="faint">Step 1 of 3.</p>}
      <Empty icon="drop" title="Run your partner program in this spreadsheet">
        <p>Set-up adds the tabs and columns that are missing, from partners to payouts.</p>
        <p>Nothing that is already here is changed.</p>
      </Empty>
      {setUp.error && <Refusal error={setUp.error} />}
      {setUp.isBusy && <p class="faint center">This takes about half a minute.</p>}
    </ScreenFrame>
  );
}
