import { useState } from "preact/hooks";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { showToast } from "../parts/toast";
import { WhenLoaded } from "../parts/when-loaded";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import { MailPreview } from "./mail-preview";
import { MailingOff, PdfTick, SendTest } from "./mailing";

/** Shows the mail with a partner's statements of a month as it will be sent, and sends it. */
export function MailPanel(props: {
  readonly partner: string;
  readonly month: string;
  readonly onClose: () => void;
}) {
  const { partner, month, onClose } = props;
  const loaded = useLoad("preview-statement-mail", { partner, month });
  const { output } = loaded;
  const [pdf, setPdf] = useState(false);
  const act = useAct("send-statements");
  const send = async (repeat = false) => {
    const again = output?.sent ?? false;
    const input = { month, partners: [partner], again, pdf, confirmed: true, repeat };
    const reply = await act.start(input);
    if (!reply?.ok) return;
    const { sent, waiting, notSent, refusedMails } = reply.output;
    const why = refusedMails?.[0] ?? notSent.rows[0]?.why;
    if (why) return showToast(`Not sent. ${why}`);
    showToast(
      sent > 0
        ? `The statement was sent to ${output?.to}.`
        : waiting > 0
          ? "Google's daily mail limit is reached. Send it tomorrow."
          : "Nothing was sent.",
    );
    onClose();
  };
  return (
    <Panel title="Mail the statement" onClose={onClose}>
      <WhenLoaded loaded={loaded} bars={3}>
        {(mail) => (
          <>
            {mail.off && <MailingOff onTurnedOn={loaded.reload} />}
            <MailPreview mail={mail} />
            <PdfTick value={pdf} onValue={setPdf} />
            <SendTest partner={partner} month={month} pdf={pdf} />
          </>
        )}
      </WhenLoaded>
      {act.error && (
        <Refusal error={act.error} isBusy={act.isBusy} onRepeat={() => void send(true)} />
      )}
      <div class="buttons">
        {output?.final && !output.off && (
          <Button look="action" isBusy={act.isBusy} onClick={() => void send()}>
            {act.isBusy ? "Sending" : output.sent ? "Send again" : "Send"}
          </Button>
        )}
        <Button onClick={onClose}>Close</Button>
      </div>
    </Panel>
  );
}
