import { insertDrip } from "../../drips/frozen-terms";
import { progressOf } from "../../drips/progress";
import { type Move, moves } from "../../intake/import/move-row";
import { type MovePlan, planMoves } from "../../intake/import/plan-moves";
import { openPart, unpackMoves } from "../../intake/import/wire-row";
import type { Env } from "../../kernel/env";
import { longTextField, wordField } from "../../kernel/fields";
import { ANY_LENGTH, input } from "../../kernel/input";
import { plural, say } from "../../kernel/say";
import type { Work } from "../../program/work";
import { grantReward } from "../../rewards/grant";
import { useCase } from "../shared/use-case";
import { logPart, partInputs } from "./log-part";

/** The most bad lines of a part that are told one by one. */
const MOST_TOLD = 1_000;
const moveInputs = {
  rows: input("Rows", longTextField, { longest: ANY_LENGTH, required: true }),
  lines: input("What the lines are", wordField(moves), { required: true }),
};
const reads = ["settings", "partners", "customers", "rewards", "drips"] as const;
type Tables = (typeof reads)[number];
const planOf = (work: Work<Tables>, rows: string, lines: Move, env: Env): MovePlan =>
  planMoves(work, lines, unpackMoves(openPart(rows).rows), env);

/** What a part of another tool's file would come to; writes nothing (IMPORT-16). */
export const checkMove = useCase({
  name: "check-move",
  edits: "read only",
  inputs: moveInputs,
  reads,
  decide: (work, { rows, lines }, env) => tellMoves(planOf(work, rows, lines, env)),
});

/**
 * Takes in a part of another tool's file: partners, customers, or rewards that it still owes, as lines by hand. What is
 * there is not taken twice, so a part may be sent again; the import can be taken back (IMPORT-16).
 */
export const moveIn = useCase({
  name: "move-in",
  edits: "leave",
  inputs: {
    ...moveInputs,
    ...partInputs,
  },
  reads: [...reads, "activity"],
  decide: (work, { rows, lines, ...of }, env) => {
    const plan = planOf(work, rows, lines, env);
    const { partners, customers, rewards, drips } = plan;
    const made = { transactions: [], ...keysOf(plan) };
    if ([...partners, ...customers, ...rewards, ...drips].length === 0) return tellMoves(plan);
    for (const partner of partners) work.insert("partners", partner);
    for (const customer of customers) work.insert("customers", customer);
    for (const reward of rewards) grantReward(work, reward);
    for (const drip of drips) {
      const made = insertDrip(work, drip);
      work.update("drips", made.key, progressOf(made, [], null));
    }
    const to = say`${plural(customers.length, "customer")}, ${plural(partners.length, "partner")}, ${plural(rewards.length, "reward")}, ${plural(drips.length, "drip")}`;
    logPart(work, env, { ...of, made, to });
    return tellMoves(plan);
  },
});

const keysOf = ({ partners, customers, rewards, drips }: MovePlan) => ({
  partners: partners.map(({ key }) => key),
  customers: customers.map(({ key }) => key),
  rewards: rewards.map(({ key }) => key),
  drips: drips.map(({ key }) => key),
});

const tellMoves = (plan: MovePlan) => ({
  ...keysOf(plan),
  known: plan.known,
  bad: plan.bad.slice(0, MOST_TOLD),
  similar: plan.similar,
});
