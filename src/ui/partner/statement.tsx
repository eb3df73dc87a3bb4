import { useState } from "preact/hooks";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { showToast } from "../parts/toast";
import { WhenLoaded } from "../parts/when-loaded";
import { useNamedState } from "../state/store";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import { CheckPanel } from "../statements/check-panel";
import { MailPanel } from "../statements/mail-panel";
import type { PartnerShown } from "./partner-head";
import { StatementView } from "./statement-view";

/** A partner's statement of one month and currency, which can be written to a tab and mailed. */
export function Statement({ partner }: { readonly partner: PartnerShown }) {
  const { key, months, currencies } = partner;
  const [month, setMonth] = useNamedState(`statement ${key}`, months[1] ?? months[0] ?? "");
  const [currency, setCurrency] = useNamedState(`statement currency ${key}`, currencies[0] ?? "");
  const [panel, setPanel] = useState<"mail" | "check" | null>(null);
  const close = () => setPanel(null);
  const loaded = useLoad("show-statement", { partner: key, month, currency });
  const act = useAct("write-statement");
  const write = async () => {
    const reply = await act.start({ partner: key, month, currency });
    if (reply?.ok) showToast(`The tab “${reply.output.tab}” has the statement.`);
  };
  return (
    <>
      <div class="pair">
        <label>
          <span class="unseen">Month</span>
          <select value={month} onChange={(event) => setMonth(event.currentTarget.value)}>
            {months.map((each) => (
              <option key={each} value={each}>
                {text.month(each)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="unseen">Currency</span>
          <select value={currency} onChange={(event) => setCurrency(event.currentTarget.value)}>
            {currencies.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
      </div>
      <WhenLoaded loaded={loaded}>{(shown) => <StatementView shown={shown} />}</WhenLoaded>
      {act.error && <Refusal error={act.error} />}
      <div class="buttons">
        <Button isBusy={act.isBusy} onClick={() => void write()}>
          Write to a tab
        </Button>
        <Button onClick={() => setPanel("mail")}>Mail…</Button>
        <Button look="text" onClick={() => setPanel("check")}>
          Check a statement
        </Button>
      </div>
      {panel === "mail" && <MailPanel partner={key} month={month} onClose={close} />}
      {panel === "check" && (
        <CheckPanel
          partner={{ key, name: partner.name, about: key }}
          month={month}
          onClose={close}
        />
      )}
    </>
  );
}
