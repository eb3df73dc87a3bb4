import { longTextField, yesNoField } from "../../kernel/fields";
import { ANY_LENGTH, input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { plural, say } from "../../kernel/say";
import type { Work } from "../../program/work";
import { factsOf } from "../../rules/facts";
import type { Trigger } from "../../tables";
import { printTriggers, readTriggers } from "../../triggers/transfer";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import { putTrigger } from "./save-trigger";
import { ownColumns, savedTrigger } from "./saved-trigger";

/**
 * Takes the triggers of an exported file in, all or none; with `confirmed` no, only says what would change. One
 * with a known key changes that trigger. New ones come as drafts unless states are kept. Throws INPUT_INVALID with
 * a sentence for each problem of each trigger, or TRIGGER_UNREADABLE.
 */
export const importTriggers = useCase({
  name: "import-triggers",
  edits: "leave",
  inputs: {
    file: input("File", longTextField, { longest: ANY_LENGTH, required: true }),
    keepStates: input("Keep the states of the file", yesNoField, {
      hint: "Otherwise new triggers are added as drafts, and apply once you activate them.",
    }),
    confirmed: input("Confirmed", yesNoField),
  },
  reads: ["triggers", ...ownColumns, "activity"],
  decide: (work, { file, keepStates, confirmed }, env) => {
    const { program } = work;
    const read = readTriggers(file, program, factsOf(program));
    if (!read.ok) throw new DomainError("INPUT_INVALID", "", read.problems);
    const pairs = read.triggers.map((given) => {
      const before = beforeOf(work, given);
      const state = keepStates ? given.state : (before?.state ?? "draft");
      const key = before?.key ?? (given.key || env.newId("trg"));
      const { version, terms, problems } = before ?? given;
      return { before, after: { ...given, key, state, version, terms, problems } };
    });
    const isSame = ({ before, after }: (typeof pairs)[number]) =>
      before !== undefined && printTriggers([before], program) === printTriggers([after], program);
    const moving = pairs.filter((pair) => !isSame(pair));
    const names = (isNew: boolean) =>
      moving.filter(({ before }) => !before === isNew).map(({ after }) => after.name);
    const done = confirmed === true;
    if (done && moving.length > 0) {
      for (const { before, after } of moving) putTrigger(work, after, before);
      const records = moving.map(({ after }) => after.key);
      logAct(work, env, { what: say`Imported ${plural(moving.length, "trigger")}`, records });
    }
    return { added: names(true), changed: names(false), same: pairs.length - moving.length, done };
  },
});

const beforeOf = (work: Work<"triggers">, { key }: Trigger): Trigger | undefined =>
  key !== "" && work.has("triggers", key) ? savedTrigger(work, key) : undefined;
