import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { capitalize } from "../format/words";
import { Refusal } from "../parts/notice";
import { Skeleton } from "../parts/skeleton";
import { useLoad } from "../state/use-load";
import { JudgeAsBlank } from "./judge-as-blank";
import { RewardAnswer } from "./reward-answer";
import { WhyLines } from "./why-lines";

/**
 * Why a reward or a drip exists, or what an event earned and why, in plain words (REWARD-12); `about` is its key.
 * Loads when it is drawn.
 */
export function Why({
  of,
  about,
}: {
  readonly of: "reward" | "drip" | "event";
  readonly about: string;
}) {
  const isEvent = of === "event";
  const reward = useLoad("explain-reward", { reward: about }, !isEvent);
  const event = useLoad("explain-event", { event: about }, isEvent);
  const { error, isLoading, reload } = isEvent ? event : reward;
  const found = event.output;
  return (
    <div class="why" aria-live="polite">
      {isLoading && !error && <Skeleton rows={2} />}
      {error && <Refusal error={error} onRetry={reload} isBusy={isLoading} />}
      {reward.output?.reward ? (
        <RewardAnswer answer={reward.output.reward} lines={reward.output.lines} />
      ) : (
        reward.output && <WhyLines lines={reward.output.lines} />
      )}
      {found && (
        <>
          <p>
            {found.judgedOn
              ? `Processed on ${text.day(found.judgedOn)}: ${text.said(found.outcome)}`
              : capitalize(text.said(found.outcome))}
          </p>
          {found.canJudgeAsBlank && <JudgeAsBlank event={about} onDone={reload} />}
          <TriggerOutcomes triggers={found.triggers} more={found.more} />
        </>
      )}
    </div>
  );
}

/** What each trigger does with an event, in order. */
export function TriggerOutcomes({
  triggers,
  more,
}: Pick<Output<"explain-event">, "triggers" | "more">) {
  return (
    <>
      {triggers.map(({ trigger, name, acts, why }) => (
        <div key={trigger}>
          <p class="strong">
            {name}: {acts ? "applies" : "does not apply"}
          </p>
          <WhyLines lines={why.map((says) => ({ depth: 0, says }))} />
        </div>
      ))}
      {more > 0 && <p class="faint">and {text.count(more, "more trigger")}</p>}
    </>
  );
}
