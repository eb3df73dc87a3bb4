import { useState } from "preact/hooks";
import { errorAt } from "../form/field-errors";
import { PlainField } from "../form/plain-field";
import { Button } from "../parts/button";
import { Notice, Refusal } from "../parts/notice";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";

/** Says that mailing partners is turned off, and turns it on without leaving what is being done. */
export function MailingOff({ onTurnedOn }: { readonly onTurnedOn: () => void }) {
  const act = useAct("change-settings");
  const turnOn = async () => {
    const reply = await act.start({ mailPartners: true });
    if (reply?.ok) onTurnedOn();
  };
  return (
    <Notice tone="warning">
      <p>Mailing partners is turned off in Settings.</p>
      <Button isBusy={act.isBusy} onClick={() => void turnOn()}>
        Turn on mailing
      </Button>
      {act.error && <Refusal error={act.error} />}
    </Notice>
  );
}

/** Whether a PDF of the mail goes with it. */
export function PdfTick(props: {
  readonly value: boolean;
  readonly onValue: (value: boolean) => void;
}) {
  return (
    <label class="choice pick">
      <input
        type="checkbox"
        checked={props.value}
        onChange={(event) => props.onValue(event.currentTarget.checked)}
      />
      Attach it as a PDF
    </label>
  );
}

/** Sends the mail of one partner to whoever is at the keyboard; asks for the address where Google does not tell it. */
export function SendTest(props: {
  readonly partner: string;
  readonly month: string;
  readonly pdf: boolean;
}) {
  const act = useAct("send-test-statement");
  const [to, setTo] = useState("");
  const fault = errorAt(act.error, "to");
  const send = async () => {
    const reply = await act.start({ ...props, ...(to && { to }) });
    if (!reply?.ok) return;
    const why = reply.output.refusedMails?.[0];
    showToast(why ? `Not sent. ${why}` : `A test was sent to ${reply.output.to}.`);
  };
  return (
    <>
      {(fault || to) && (
        <PlainField id="test-to" label="Your address" value={to} onValue={setTo} error={fault} />
      )}
      {act.error && !fault && <Refusal error={act.error} />}
      <Button isBusy={act.isBusy} onClick={() => void send()}>
        Send me a test
      </Button>
    </>
  );
}
