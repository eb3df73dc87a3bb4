import { useRef, useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { errorAt } from "../form/field-errors";
import { newFormId } from "../form/form-id";
import { PlainField } from "../form/plain-field";
import { text } from "../format/text";
import { FormPanel } from "../parts/form-panel";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";
import { useDraft } from "../state/use-draft";
import { LeftOut } from "../statements/left-out";
import { MailFrame } from "../statements/mail-preview";
import { MailingOff } from "../statements/mailing";
import type { BulkProps } from "./bulk-panel";
import { ChosenNames } from "./chosen-names";

/** The most partners in one call; each call has a form id of its own, so that a repeated one is recognized. */
const AT_A_TIME = 20;
const BLANK = { subject: "", text: "" };
const NOTHING = {
  form: "",
  parts: 0,
  count: 0,
  waiting: [] as readonly string[],
  refused: [] as readonly string[],
};
type Sent = Output<"send-notice">;

/** Writes a notice to chosen partners: shows who gets it, who doesn't and the mail, then sends it (PARTNER-6i). */
export function NoticePanel({ partners, hidden, onClose, onDone }: BulkProps) {
  const [typed, setTyped] = useDraft("notice to partners", BLANK);
  const [seen, setSeen] = useState<Sent | undefined>(undefined);
  const [sent, setSent] = useState(0);
  /** What became of it so far: a part whose answer was lost is sent again as the same one. */
  const done = useRef(NOTHING);
  const act = useAct("send-notice");
  const keys = partners.map(([key]) => key);
  const write = (change: Partial<typeof BLANK>) => {
    setTyped({ ...typed, ...change });
    setSeen(undefined);
  };
  const see = async () => {
    const reply = await act.start({ partners: keys, ...typed });
    if (!reply?.ok) return;
    done.current = { ...NOTHING, form: newFormId() };
    setSent(0);
    setSeen(reply.output);
  };
  const send = async () => {
    while (done.current.parts * AT_A_TIME < keys.length) {
      const { form, parts, count, waiting, refused } = done.current;
      const reply = await act.start({
        partners: keys.slice(parts * AT_A_TIME, (parts + 1) * AT_A_TIME),
        ...typed,
        confirmed: true,
        formId: `${form}-${parts}`,
      });
      if (!reply?.ok) return;
      const { output } = reply;
      done.current = {
        form,
        parts: parts + 1,
        count: count + output.sent,
        waiting: [...waiting, ...output.waiting],
        refused: [...refused, ...(output.refusedMails ?? [])],
      };
      setSent(done.current.count);
    }
    const { count, waiting, refused } = done.current;
    const tomorrow =
      waiting.length > 0 &&
      `${text.number(waiting.length)} can go tomorrow: Google allows no more today.`;
    const failed = refused.length > 0 && `${text.number(refused.length)} not sent: ${refused[0]}`;
    const went = `The notice was sent to ${text.count(count - refused.length, "partner")}.`;
    showToast([went, tomorrow, failed].filter(Boolean).join(" "));
    if (waiting.length === 0) setTyped(BLANK);
    onDone(partners.filter(([key]) => waiting.includes(key)));
    onClose();
  };
  const faults = { subject: errorAt(act.error, "subject"), text: errorAt(act.error, "text") };
  const isReady = seen !== undefined && seen.ready > 0 && !seen.off;
  return (
    <FormPanel
      title={`Notice to ${text.count(partners.length, "partner")}`}
      above={<ChosenNames partners={partners} hidden={hidden} />}
      error={faults.subject || faults.text ? undefined : act.error}
      isBusy={act.isBusy}
      action={isReady ? `Send to ${text.number(seen.ready)}` : "Preview"}
      busy={isReady ? `${text.number(sent)} of ${text.number(seen.ready)} sent` : "Preview"}
      onSubmit={() => void (isReady ? send() : see())}
      onClose={onClose}
    >
      <PlainField
        id="notice-subject"
        label="Subject"
        hint="The program's name stands before it."
        isRequired
        error={faults.subject}
        value={typed.subject}
        onValue={(subject) => write({ subject })}
      />
      <PlainField
        id="notice-text"
        label="Text"
        hint="Your greeting stands above it, your footer below."
        rows={6}
        isRequired
        error={faults.text}
        value={typed.text}
        onValue={(body) => write({ text: body })}
      />
      <div class="inner" aria-live="polite">
        {seen && (
          <>
            {seen.off && <MailingOff onTurnedOn={() => void see()} />}
            <p>
              {seen.ready === 0
                ? "None of them can get it."
                : `${text.count(seen.ready, "partner")} ${seen.ready === 1 ? "gets" : "get"} it.`}
              {seen.ready > seen.mailsLeft &&
                ` Google allows ${text.count(seen.mailsLeft, "more mail")} today; the rest can go tomorrow.`}
            </p>
            <LeftOut notSent={seen.notSent} />
            {seen.mail && <MailFrame mail={seen.mail} />}
          </>
        )}
      </div>
    </FormPanel>
  );
}
