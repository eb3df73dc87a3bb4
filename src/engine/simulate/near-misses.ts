import { blockReason } from "../judging/guards";
import type { JudgedEvent, Judging } from "../judging/judge-event";
import { openTo } from "../judging/matching";
import type { Day } from "../kernel/day";
import { brief, type Sentence } from "../kernel/message";
import type { Condition } from "../rules/conditions";
import { factsAt } from "../rules/facts-at";
import { type Missing, missingIn } from "../rules/missing";
import type { ProgramEvent } from "../rules/program-event";
import { foundInWords, rulesInWords } from "../rules/words";
import type { Trigger } from "../tables";
import type { CompiledTriggers } from "../triggers/compile-triggers";
import { withTriggerUnderTest } from "../triggers/probe";

/** Watches a replay for the events that a trigger nearly matched. */
export function watchNearMisses(trigger: Trigger, rules: Condition, wants: (on: Day) => boolean) {
  const found: ReturnType<typeof line>[] = [];
  let seen: readonly Missing[] | undefined;
  let wasSeen = false;
  return {
    found,
    triggers: (compiled: CompiledTriggers) =>
      withTriggerUnderTest(compiled, ({ trigger: { key } }, facts) => {
        if (key !== trigger.key) return;
        wasSeen = true;
        seen = missingIn(rules, facts);
      }),
    onJudged: (judging: Judging, event: ProgramEvent, { matched }: JudgedEvent) => {
      const missing = wasSeen ? seen : undefined;
      const closed = wasSeen ? undefined : why(judging, trigger, rules, event);
      wasSeen = false;
      if (event.kind !== trigger.event || matched.includes(trigger.key) || !wants(event.on)) return;
      const [only] = missing ?? [];
      if (only && missing?.length === 1)
        found.push(line(event, rulesInWords(only.test), foundInWords(only.found)));
      else if (closed !== undefined) found.push(line(event, closed, ""));
    },
  };
}

/** An event that one condition alone kept from the trigger. */
const line = (
  { key, on, partner, customer }: ProgramEvent,
  missing: Sentence,
  found: Sentence,
) => ({
  event: key,
  on,
  partner: partner?.key ?? "",
  customer: customer?.key ?? "",
  /** The condition in words, or what else closed the trigger to it. */
  missing: brief(missing, 200),
  /** The value found, as text; "no value", or "" where no value decided. */
  found,
});

/** What else closed the trigger to an event that its rules would have taken. */
function why(
  judging: Judging,
  trigger: Trigger,
  rules: Condition,
  event: ProgramEvent,
): Sentence | undefined {
  if (event.kind !== trigger.event) return undefined;
  const { work, triggers, counts } = judging;
  if (blockReason(event, judging) !== undefined) return undefined;
  const facts = factsAt(event, triggers.catalogue, counts, work.program.context);
  if (missingIn(rules, facts)?.length !== 0) return undefined;
  const open = openTo(work, trigger, event, judging.day);
  return "closed" in open ? open.closed : `an earlier trigger of the set “${trigger.set}” acted`;
}
