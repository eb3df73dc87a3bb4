import { useState } from "preact/hooks";
import { type EventKind, eventKinds } from "../../engine/kernel/vocabulary";
import { PlainField } from "../form/plain-field";
import { text } from "../format/text";
import { ChangedRows } from "../judge-again/changed-rows";
import { Differences } from "../judge-again/differences";
import { Button, IconButton } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Skeleton } from "../parts/skeleton";
import { showToast } from "../parts/toast";
import { ScreenFrame } from "../shell/screen-frame";
import { useAct } from "../state/use-act";
import { useDraft } from "../state/use-draft";
import { useLoad } from "../state/use-load";
import { EventField } from "../trigger/event-field";
import { WhyDetails } from "../why/why-details";

/** Judges chosen rows again by the current triggers; what would change is shown first (JUDGE-17). */
export function JudgeAgain({ about }: { readonly about: string }) {
  const [event, setEvent] = useState<EventKind>("transaction created");
  const [rows, setRows] = useDraft<readonly string[]>(
    `judge again ${about}`,
    about === "" ? [] : [about],
  );
  const [ended, setEnded] = useState<readonly string[]>([]);
  const [reason, setReason] = useDraft("judge again reason", "");
  const input = { events: rows, endDrips: ended, reason };
  const plan = useLoad("judge-again", { ...input, confirmed: false }, rows.length > 0);
  const act = useAct("judge-again");
  const shown = rows.length > 0 ? plan.output : undefined;
  const refusal = act.error ?? (rows.length > 0 ? plan.error : undefined);
  const [done, setDone] = useState(0);
  const judge = async () => {
    const reply = await act.start({ ...input, confirmed: true });
    if (!reply?.ok) return;
    showToast(`${text.count(reply.output.events, "row")} processed again.`);
    setRows([]);
    setReason("");
    setDone(done + 1);
  };
  return (
    <ScreenFrame
      title="Process rows again"
      status={refusal && <Refusal error={refusal} onRetry={plan.reload} isBusy={plan.isLoading} />}
      actions={
        shown && (
          <Button look="action" isBusy={act.isBusy || plan.isLoading} onClick={() => void judge()}>
            {act.isBusy ? "Processing" : `Process ${text.count(rows.length, "row")} again`}
          </Button>
        )
      }
    >
      <ChangedRows
        chosen={rows}
        onJudge={(key) => setRows([...new Set([...rows, key])])}
        key={done}
      />
      <PlainField
        id="again-event"
        label="Kind of row"
        words={eventKinds}
        value={event}
        onValue={setEvent}
      />
      <EventField
        id="again-row"
        event={event}
        chosen={undefined}
        onChoose={(choice) => choice && setRows([...new Set([...rows, choice.key])])}
      />
      {rows.length > 0 && (
        <ul class="card inner" aria-label="Rows to process again">
          {rows.map((key) => (
            <li class="line row" key={key}>
              <WhyDetails of="event" about={key} label={`Why ${key} earned what it did`} />
              <IconButton
                icon="close"
                label={`Leave out ${key}`}
                onClick={() => setRows(rows.filter((each) => each !== key))}
              />
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 && !shown && plan.isLoading && <Skeleton rows={3} />}
      {shown && (
        <>
          <Differences plan={shown} ended={ended} onEnded={setEnded} />
          <PlainField
            id="again-reason"
            label="Reason"
            rows={2}
            isOptional
            value={reason}
            onValue={setReason}
          />
        </>
      )}
    </ScreenFrame>
  );
}
