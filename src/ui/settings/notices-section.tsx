import { useState } from "preact/hooks";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { showToast } from "../parts/toast";
import { WhenLoaded } from "../parts/when-loaded";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";

type To = "partners" | "team";

/** Shows the notices as they would go, and sends one to whoever asks (PARTNER-6). */
export function NoticesSection() {
  const [to, show] = useState<To>();
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">Notices</h2>
      <p class="small faint">
        Runs mail partners and the team what is new, as the settings “notices to …” say.
      </p>
      <div class="buttons">
        <Button onClick={() => show("partners")}>Preview for partners</Button>
        <Button onClick={() => show("team")}>Preview for the team</Button>
      </div>
      {to && <NoticePanel to={to} onClose={() => show(undefined)} />}
    </section>
  );
}

function NoticePanel({ to, onClose }: { readonly to: To; readonly onClose: () => void }) {
  const loaded = useLoad("preview-notices", { to });
  const act = useAct("test-notice");
  const mail = loaded.output?.mail;
  const test = async () => {
    const reply = await act.start({ to });
    if (reply?.ok) showToast(`A test was sent to ${reply.output.to}.`);
  };
  return (
    <Panel title={to === "team" ? "Notice to the team" : "Notice to a partner"} onClose={onClose}>
      <WhenLoaded loaded={loaded} bars={3}>
        {({ due, mail }) => (
          <>
            <p>
              {due > 0
                ? `The next run mails ${text.count(due, "notice")}, such as this one.`
                : mail
                  ? "No notice is due now. This is an example."
                  : `There is nothing to show yet. ${to === "team" ? "Mails go once something needs the team." : "Process a sale or make a reward first."}`}
            </p>
            {mail && (
              <>
                {mail.to && (
                  <p>
                    To <b>{mail.to}</b>
                  </p>
                )}
                <p>{mail.subject}</p>
                <section class="mail" aria-label="The mail">
                  {mail.text}
                </section>
              </>
            )}
          </>
        )}
      </WhenLoaded>
      {act.error && <Refusal error={act.error} />}
      <div class="buttons">
        {mail && (
          <Button look="action" isBusy={act.isBusy} onClick={() => void test()}>
            Send me a test
          </Button>
        )}
        <Button onClick={onClose}>Close</Button>
      </div>
    </Panel>
  );
}
