import type { ReplyError } from "../../engine/contract";
import { Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { Refusal } from "../parts/notice";
import { ScreenFrame } from "../shell/screen-frame";
import { say } from "../shell/toast";
import { useAct } from "../state/use-act";
import { text } from "../text";

/** What a spreadsheet without a program sees first, or one that lost a tab or a column. */
export function SetUpOffer(props: {
  readonly lacks: ReplyError | undefined;
  readonly onDone: () => void;
}) {
  const { lacks, onDone } = props;
  const setUp = useAct("set-up");
  const start = async () => {
    const reply = await setUp.start({});
    if (!reply?.ok) return;
    const { found } = reply.output;
    say(
      found > 0
        ? `This spreadsheet is set up. ${text.count(found, "partner or customer", "partners and customers")} were here before.`
        : "This spreadsheet is set up. Add your first partner on the Partners tab.",
    );
    onDone();
  };
  return (
    <ScreenFrame
      title="Welcome to Tributary"
      actions={
        <Button look="action" isBusy={setUp.isBusy} onClick={() => void start()}>
          {setUp.isBusy ? "Setting up" : "Set up this spreadsheet"}
        </Button>
      }
    >
      {lacks?.code === "HEADER_MISSING" && <Refusal error={lacks} />}
      <Empty icon="drop" title="Run your partner program in this spreadsheet">
        <p>Set-up adds the tabs and columns that are missing, from partners to payouts.</p>
        <p>Nothing that is here already is changed.</p>
      </Empty>
      {setUp.error && <Refusal error={setUp.error} />}
      {setUp.isBusy && <p class="faint center">This takes about half a minute.</p>}
    </ScreenFrame>
  );
}
