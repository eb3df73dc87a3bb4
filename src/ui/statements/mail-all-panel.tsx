import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { showToast } from "../parts/toast";
import { WhenLoaded } from "../parts/when-loaded";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import { LeftOut } from "./left-out";
import { MailPreview } from "./mail-preview";
import { MailingOff, PdfTick, SendTest } from "./mailing";

/** Shows whose statements of the last opened month are ready, each mail as it goes, and who can't get one; then mails them. */
export function MailAllPanel({ onClose }: { readonly onClose: () => void }) {
  const loaded = useLoad("send-statements", {});
  const { output } = loaded;
  const [sent, setSent] = useState(0);
  const [pdf, setPdf] = useState(false);
  const act = useAct("send-statements");
  const send = async (repeat = false) => {
    if (!output) return;
    let done = 0;
    for (let isMore = true; isMore; ) {
      const reply = await act.start({ month: output.month, pdf, confirmed: true, repeat });
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
  return (
    <Panel title="Mail statements" onClose={onClose}>
      <WhenLoaded loaded={loaded} bars={2}>
        {(output) => (
          <>
            {output.off && <MailingOff onTurnedOn={loaded.reload} />}
            <p aria-live="polite">
              {act.isBusy
                ? `${sent} of ${output.waiting} sent`
                : `${text.count(output.waiting, "statement")} for ${text.month(output.month)} ${
                    output.waiting === 1 ? "is" : "are"
                  } ready.`}
              {output.waiting > output.mailsLeft &&
                ` Google allows ${text.count(output.mailsLeft, "more mail")} today; the rest can go tomorrow.`}
            </p>
            <LeftOut notSent={output.notSent} />
            {output.waiting > 0 && <Previews {...output} pdf={pdf} onPdf={setPdf} />}
          </>
        )}
      </WhenLoaded>
      {act.error && (
        <Refusal error={act.error} isBusy={act.isBusy} onRepeat={() => void send(true)} />
      )}
      <div class="buttons">
        {output && output.waiting > 0 && !output.off && (
          <Button look="action" isBusy={act.isBusy} onClick={() => void send()}>
            {act.isBusy ? "Sending" : "Send"}
          </Button>
        )}
        <Button onClick={onClose}>Close</Button>
      </div>
    </Panel>
  );
}

/** Each mail that is ready, one at a time. */
function Previews(
  props: Pick<Output<"send-statements">, "month" | "ready"> & {
    readonly pdf: boolean;
    readonly onPdf: (pdf: boolean) => void;
  },
) {
  const { month, ready, pdf, onPdf } = props;
  const [chosen, setChosen] = useState("");
  const partner = (ready.rows.find((each) => each.partner === chosen) ?? ready.rows[0])?.partner;
  const mail = useLoad("preview-statement-mail", { partner: partner ?? "", month });
  return (
    <>
      <div class="field">
        <label for="mail-of">What goes out to</label>
        <select
          id="mail-of"
          value={partner}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {ready.rows.map(({ partner, name }) => (
            <option key={partner} value={partner}>
              {name}
            </option>
          ))}
        </select>
        {ready.more > 0 && <p class="hint">and {ready.more} more, each on its partner's screen</p>}
      </div>
      <WhenLoaded loaded={mail} bars={3}>
        {(mail) => <MailPreview mail={mail} />}
      </WhenLoaded>
      <PdfTick value={pdf} onValue={onPdf} />
      {partner && <SendTest partner={partner} month={month} pdf={pdf} />}
    </>
  );
}
