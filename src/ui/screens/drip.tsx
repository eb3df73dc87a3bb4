import { useEffect, useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { ChoicePanel } from "../drips/choice-panel";
import { aboutText, DripProgress, DripTag, whenText } from "../drips/drip-card";
import { DripNotices } from "../drips/drip-notices";
import { EndDripsPanel } from "../drips/end-drips-panel";
import { Timeline } from "../drips/timeline";
import { useDripActs } from "../drips/use-drip-acts";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { PageList } from "../parts/page-list";
import { showToast } from "../parts/toast";
import { WhenLoaded } from "../parts/when-loaded";
import { restoreFocus } from "../shell/focus";
import { open } from "../shell/router";
import { ScreenFrame } from "../shell/screen-frame";
import { usePages } from "../state/use-pages";
import { WhyDetails } from "../why/why-details";

/** One drip: its state, its timeline, and what can be done with it (DRIP-21). */
export function Drip({ about }: { readonly about: string }) {
  const [isEnding, setEnding] = useState(false);
  const [fellDue, setFellDue] = useState<Output<"resume-drip">>();
  const [next, setNext] = useState<Output<"continue-drip">>();
  const list = usePages("show-drip", { drip: about }, ({ occurrenceLines }) => occurrenceLines);
  const { output: drip, reload } = list;
  const acts = useDripActs(about, reload);
  // An act may remove the button that has the focus.
  useEffect(() => {
    if (drip) restoreFocus();
  }, [drip]);
  const resume = async (choice?: "make" | "forfeit") => setFellDue(await acts.resume(choice));
  const continueDrip = async (confirmed: boolean) => {
    const output = await acts.continueDrip(confirmed);
    setNext(output?.continued ? undefined : output);
    if (!output?.continued) return;
    showToast(
      `Continued as a new drip: ${text.count(output.count, "reward")} from ${text.day(output.from)}.`,
    );
    open({ screen: "drip", about: output.drip });
  };

  return (
    <ScreenFrame
      title={drip?.partnerName ?? "Drip"}
      status={acts.error && <Refusal error={acts.error} />}
      actions={
        drip &&
        (drip.canEnd || drip.canContinue) && (
          <>
            {drip.canEnd && (
              <Button look="action" onClick={() => setEnding(true)}>
                End drip
              </Button>
            )}
            {drip.canPause && (
              <Button isBusy={acts.isBusy} onClick={() => void acts.pause()}>
                Pause
              </Button>
            )}
            {drip.canContinue && (
              <Button look="action" isBusy={acts.isBusy} onClick={() => void continueDrip(false)}>
                Continue
              </Button>
            )}
          </>
        )
      }
    >
      <WhenLoaded loaded={list}>
        {(drip) => (
          <>
            <p class="line">
              <span>{aboutText(drip) || drip.key}</span>
              <DripTag drip={drip} />
            </p>
            <DripProgress drip={drip} />
            <p class="faint">
              {text.said(drip.terms)}. {whenText(drip)}
            </p>
            <DripNotices drip={drip} acts={acts} onResume={() => void resume()} />
            <WhyDetails of="drip" about={about} label="Why it was started" />
            <section>
              <h2>Timeline</h2>
              <PageList
                list={list}
                noun="occurrence"
                icon="drop"
                none={{ title: "No occurrences", advice: "Its number of occurrences is 0." }}
                groups={(lines) => (
                  <Timeline
                    lines={lines}
                    isBusy={acts.isBusy}
                    onSkip={({ k, due }, undo) => void acts.skip(k, due, undo)}
                  />
                )}
              />
            </section>
          </>
        )}
      </WhenLoaded>
      {isEnding && (
        <EndDripsPanel
          drips={[about]}
          onClose={() => setEnding(false)}
          onEnded={(sentence, isStillToCome) => {
            setEnding(false);
            const action = { label: "Undo", go: () => void acts.withdraw() };
            showToast(sentence, isStillToCome ? action : undefined);
            reload();
          }}
        />
      )}
      {fellDue && (
        <ChoicePanel
          title="Make the rewards that fell due meanwhile?"
          isBusy={acts.isBusy}
          onClose={() => setFellDue(undefined)}
          answers={[
            { label: "Make them", onChoose: () => void resume("make") },
            { label: "Forfeit them", onChoose: () => void resume("forfeit") },
          ]}
        >
          <ul>
            {fellDue.fellDue.rows.map(({ k, due, amount }) => (
              <li class="line" key={k}>
                <span>{text.day(due)}</span>
                <span class="figure">{text.money(amount.text, amount.currency)}</span>
              </li>
            ))}
            {fellDue.fellDue.more > 0 && <li>and {fellDue.fellDue.more} more</li>}
          </ul>
          <p class="strong">{text.money(fellDue.sum.text, fellDue.sum.currency)} in total</p>
        </ChoicePanel>
      )}
      {next && (
        <ChoicePanel
          title="Continue as a new drip?"
          isBusy={acts.isBusy}
          onClose={() => setNext(undefined)}
          answers={[{ label: "Continue", onChoose: () => void continueDrip(true) }]}
        >
          <p>
            {text.count(next.count, "reward")} that were never made,{" "}
            {text.money(next.amount.text, next.amount.currency)} in total, from{" "}
            {text.day(next.from)} to {text.day(next.to)}.
          </p>
        </ChoicePanel>
      )}
    </ScreenFrame>
  );
}
