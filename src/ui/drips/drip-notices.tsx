import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Notice } from "../parts/notice";
import { open } from "../shell/router";
import type { useDripActs } from "./use-drip-acts";

type Acts = ReturnType<typeof useDripActs>;

/** Notices about anything unusual in a drip, each with the action for it. */
export function DripNotices(props: {
  readonly drip: Output<"show-drip">;
  readonly acts: Acts;
  readonly onResume: () => void;
}) {
  const { drip, acts, onResume } = props;
  const { pausedOn, endsOn, endReason, endedBy, heldReason, canWithdraw, continuedBy, continues } =
    drip;
  const button = (label: string, onClick: () => void) => (
    <Button look="text" isBusy={acts.isBusy} onClick={onClick}>
      {label}
    </Button>
  );
  const goTo = (key: string) => () => open({ screen: "drip", about: key });
  return (
    <>
      {pausedOn && drip.canEnd && (
        <Notice tone="warning" beside={button("Resume", onResume)}>
          <p>Paused since {text.day(pausedOn)}: no rewards are made.</p>
        </Notice>
      )}
      {endsOn && (
        <Notice
          tone="warning"
          beside={canWithdraw && button("Withdraw end", () => void acts.withdraw())}
        >
          <p>
            {canWithdraw ? "Ends" : "Ended"} on {text.day(endsOn)}
            {endReason && `: ${endReason}`}
            {endedBy && ` (${endedBy})`}
          </p>
        </Notice>
      )}
      {heldReason && (
        <Notice tone="warning" beside={button("Trust", () => void acts.trust())}>
          <p>New rewards from this drip are put on hold: {heldReason}.</p>
        </Notice>
      )}
      {continues && <p>This drip continues one that ended. {button("Open it", goTo(continues))}</p>}
      {continuedBy && (
        <p>This drip was continued by a new one. {button("Open it", goTo(continuedBy))}</p>
      )}
    </>
  );
}
