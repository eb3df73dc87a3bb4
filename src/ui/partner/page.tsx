import { useRef, useState } from "preact/hooks";
import { Button } from "../parts/button";
import { copyFrom } from "../parts/copy-from";
import { FormPanel } from "../parts/form-panel";
import { showToast } from "../parts/toast";
import { WhenLoaded } from "../parts/when-loaded";
import { open } from "../shell/router";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import type { PartnerShown } from "./partner-head";

/** The link to what this partner sees: to copy, to open, and to revoke (PARTNER-1, PARTNER-2). */
export function PartnerPage({ partner: { key, name } }: { readonly partner: PartnerShown }) {
  const loaded = useLoad("partner-link", { partner: key });
  const [isRevoking, setRevoking] = useState(false);
  const revoke = useAct("revoke-partner-link");
  const confirm = async () => {
    const reply = await revoke.start({ partner: key });
    if (!reply?.ok) return;
    setRevoking(false);
    loaded.reload();
    showToast("The former link opens nothing any more. Send the new one.");
  };
  return (
    <WhenLoaded loaded={loaded}>
      {({ link, why }) =>
        link === null ? (
          <NoLink why={why} />
        ) : (
          <>
            <p class="small faint">
              {name} sees rewards, payments and dates here, as the last run wrote them. Anyone with
              this link can open the page.
            </p>
            <LinkField link={link} />
            <div class="buttons">
              <a class="button outlined" href={link} target="_blank" rel="noopener noreferrer">
                <span>Open as partner</span>
              </a>
              <Button look="text" onClick={() => setRevoking(true)}>
                Revoke…
              </Button>
            </div>
            {isRevoking && (
              <FormPanel
                title="Revoke the link"
                error={revoke.error}
                isBusy={revoke.isBusy}
                action="Revoke"
                onSubmit={() => void confirm()}
                onClose={() => setRevoking(false)}
              >
                <p>
                  Links to this partner's page that were sent so far stop working. You get a new
                  one.
                </p>
              </FormPanel>
            )}
          </>
        )
      }
    </WhenLoaded>
  );
}

function LinkField({ link }: { readonly link: string }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <div class="field">
        <label for="partner-link">Link</label>
        <input id="partner-link" ref={field} readOnly value={link} />
      </div>
      <div class="buttons">
        <Button look="action" onClick={() => copyFrom(field.current)}>
          Copy link
        </Button>
      </div>
    </>
  );
}

function NoLink({ why }: { readonly why: "no address" | "not written" }) {
  return why === "not written" ? (
    <p>This partner's page is written by the next run. Choose Run now on Home, then come back.</p>
  ) : (
    <>
      <p>
        Partners can have a page of their own: what is owed, each reward with its payment date, and
        payouts. Deploy the web app once, as the guide's chapter “What your partners see” shows, and
        enter its address in Settings.
      </p>
      <div class="buttons">
        <Button onClick={() => open({ screen: "settings" })}>Open settings</Button>
      </div>
    </>
  );
}
