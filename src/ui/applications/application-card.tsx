import { useState } from "preact/hooks";
import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import { Button } from "../parts/button";
import { Notice, Refusal } from "../parts/notice";
import { Tag } from "../parts/tag";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";
import { AcceptPanel } from "./accept-panel";
import type { Application } from "./application";
import { DeclinePanel } from "./decline-panel";
import { DetailsPanel } from "./details-panel";

type Decision = NonNullable<Application["decided"]>;

const decisionWords: Readonly<Record<Decision["what"], string>> = {
  accepted: "Accepted",
  declined: "Declined",
  changed: "Details changed",
  replaced: "Replaced by a later answer",
};
const said = ({ what, on, why }: Decision): string =>
  `${decisionWords[what].toLowerCase()} on ${text.day(on)}${why ? ` (${why})` : ""}`;

/** Two questions may have the same words. */
const placed = (answer: Application["said"][number], at: number) => ({
  ...answer,
  id: `${at} ${answer.question}`,
});

/** One answer: who sent it, what it says, what to know of it, and what can be done. */
export function ApplicationCard(props: {
  readonly application: Application;
  readonly onDone: () => void;
}) {
  const { application, onDone } = props;
  const { name, email, on, day, tab, said: answers, moreSaid, partner, decided } = application;
  const [panel, setPanel] = useState<"accept" | "decline" | "details" | undefined>(undefined);
  const close = () => setPanel(undefined);
  const done = () => {
    close();
    onDone();
  };
  const who = name || email || "No name given";
  const notes = [...notesOf(application), ...application.warnings];
  const canChange = application.details.length > 0;
  return (
    <li class="row application" aria-label={who}>
      <div class="grow">
        <p class="line">
          <span class="strong grow">{who}</span>
          {decided ? (
            <Tag
              label={decisionWords[decided.what]}
              {...(decided.what === "accepted" && { tone: "good" })}
            />
          ) : (
            <StateTag application={application} />
          )}
        </p>
        <p class="faint small">
          {joinWithDots([email, day ? `${text.day(day)} ${clockIn(on)}`.trim() : on, tab])}
        </p>
        {notes.length > 0 && (
          <Notice tone="warning">
            <ul class="plain">
              {notes.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </Notice>
        )}
        <dl>
          {answers.map(placed).map(({ id, question, text: answer }) => (
            <div key={id}>
              <dt class="faint small">{question || "A question without words"}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
        {moreSaid > 0 && <p class="faint small">and {text.count(moreSaid, "more answer")}</p>}
        {decided ? (
          <DecidedLine decided={decided} onDone={onDone} />
        ) : (
          <div class="buttons">
            {!partner && (
              <Button label={`Accept ${who}`} onClick={() => setPanel("accept")}>
                Accept…
              </Button>
            )}
            {partner && canChange && (
              <Button label={`Change details of ${who}`} onClick={() => setPanel("details")}>
                Change details…
              </Button>
            )}
            <Button
              look="text"
              label={partner ? `Leave ${who} as they are` : `Decline ${who}`}
              onClick={() => setPanel("decline")}
            >
              {partner ? "Leave as they are…" : "Decline…"}
            </Button>
          </div>
        )}
      </div>
      {panel === "accept" && (
        <AcceptPanel application={application} who={who} onClose={close} onDone={done} />
      )}
      {panel === "decline" && (
        <DeclinePanel application={application} who={who} onClose={close} onDone={done} />
      )}
      {panel === "details" && partner && (
        <DetailsPanel application={application} partner={partner} onClose={close} onDone={done} />
      )}
    </li>
  );
}

/** Hours and minutes, where the tab has them. */
const clockIn = (on: string): string => (on.split(" ")[1] ?? "").split(":").slice(0, 2).join(":");

function StateTag({ application }: { readonly application: Application }) {
  const { changed, earlier, waitingBefore, partner } = application;
  if (changed) return <Tag label="Changed" tone="warning" />;
  if (partner) return <Tag label="A partner's" />;
  return earlier || waitingBefore > 0 ? <Tag label="Later answer" /> : null;
}

/** What is to be said of an answer besides warnings: what came of it before, and of others of the same mailbox. */
function notesOf({ changed, earlier, waitingBefore, partner }: Application): readonly string[] {
  return [
    ...(changed
      ? [
          `Changed or sent again since it was ${said(changed.since)}${changed.questions.length > 0 ? `: ${changed.questions.map((each) => `“${each}”`).join(", ")}` : ""}.`,
        ]
      : []),
    ...(earlier ? [`An earlier answer of this e-mail was ${said(earlier)}.`] : []),
    ...(waitingBefore > 0
      ? [
          `${text.count(waitingBefore, "earlier answer")} of this e-mail ${waitingBefore === 1 ? "waits" : "wait"}, too. Accepting this one settles ${waitingBefore === 1 ? "it" : "them"}.`,
        ]
      : []),
    ...(partner
      ? [`${partner.name} is a partner. Anybody can type this e-mail into a form: ask them first.`]
      : []),
  ];
}

function DecidedLine(props: { readonly decided: Decision; readonly onDone: () => void }) {
  const { decided, onDone } = props;
  const { on, who, why, line } = decided;
  const act = useAct("undo-application");
  const undo = async () => {
    const reply = line && (await act.start({ line }));
    if (!reply?.ok) return;
    showToast("Taken back: it waits again.");
    onDone();
  };
  return (
    <>
      <p class="faint small">{joinWithDots([text.day(on), who, why])}</p>
      {act.error && <Refusal error={act.error} />}
      {line && (
        <div class="buttons">
          <Button look="text" isBusy={act.isBusy} onClick={() => void undo()}>
            Take back
          </Button>
        </div>
      )}
    </>
  );
}
