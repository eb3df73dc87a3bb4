import { useState } from "preact/hooks";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { showToast } from "../parts/toast";
import { WhenLoaded } from "../parts/when-loaded";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";

/** Shows whose statements of the last opened month are ready and who can't get one, then mails them. */
export function MailAllPanel({ onClose }: { readonly onClose: () => void }) {
  const loaded = useLoad("send-statements", {});
  const { output } = loaded;
  const [sent, setSent] = useState(0);
  const act = useAct("send-statements");
  const send = async (repeat = false) => {
    if (!output) return;
    let done = 0;
    for (let isMore = true; isMore; ) {
      const reply = await act.start({ month: output.month, confirmed: true, repeat });
      if (!reply?.ok) return;
      const { refusedMails = [], waiting, mailsLeft } = reply.output;
      const refused = refusedMails.length;
      done += reply.output.sent - refused;
      setSent(done);
      isMore = waiting > 0 && mailsLeft > 0 && refused === 0;
      if (isMore) continue;
      const more = waiting + refused;
      const rest = more === 0 ? "" : ` ${more} could not be sent: send them again tomorrow.`;
      showToast(`${text.count(done, "statement")} sent.${rest} ${refusedMails[0] ?? ""}`.trim());
    }
    onClose();
  };
  const { rows = [], more = 0 } = output?.notSent ?? {};
  return (
    <Panel title="Mail statements" onClose={onClose}>
      <WhenLoaded loaded={loaded} bars={2}>
        {(output) => (
          <>
            <p aria-live="polite">
              {act.isBusy
                ? `${sent} of ${output.waiting} sent`
                : `${text.count(output.waiting, "statement")} for ${text.month(output.month)} ${
                    output.waiting === 1 ? "is" : "are"
                  } ready.`}
              {output.waiting > output.mailsLeft &&
                ` Google allows ${text.count(output.mailsLeft, "more mail")} today; the rest can go tomorrow.`}
            </p>
            {rows.length > 0 && (
              <ul class="plain">
                {rows.map(({ partner, name, why }) => (
                  <li key={partner}>
                    <b>{name}</b> {why}
                  </li>
                ))}
                {more > 0 && <li>and {more} more</li>}
              </ul>
            )}
          </>
        )}
      </WhenLoaded>
      {act.error && (
        <Refusal error={act.error} isBusy={act.isBusy} onRepeat={() => void send(true)} />
      )}
      <div class="buttons">
        {output && output.waiting > 0 && (
          <Button look="action" isBusy={act.isBusy} onClick={() => void send()}>
            {act.isBusy ? "Sending" : "Send"}
          </Button>
        )}
        <Button onClick={onClose}>Close</Button>
      </div>
    </Panel>
  );
}
