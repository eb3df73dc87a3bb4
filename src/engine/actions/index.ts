import { wordField } from "../kernel/fields";
import type { Trigger } from "../tables";
import type { ActionDefinition, Parsed } from "./action";
import { endCustomerDrips } from "./end-customer-drips";
import { grantReward } from "./grant-reward";
import { movePartner } from "./move-partner";
import { startDrip } from "./start-drip";

/** The registry of what a trigger can do, by the words of the column Action. */
export const actions = {
  "grant a reward": grantReward,
  "start a drip": startDrip,
  "move the partner to a group": movePartner,
  "end the customer's drips": endCustomerDrips,
} as const;

export type ActionKind = keyof typeof actions;
export const actionKinds = Object.keys(actions) as readonly ActionKind[];
/** The words of the column Action, whose cells are texts to the table below. */
export const actionField = wordField(actionKinds);

/** What a trigger does, with its parameters, parsed once from its flat row. */
export type Doing = {
  readonly [K in ActionKind]: {
    readonly action: K;
    readonly parameters: (typeof actions)[K] extends ActionDefinition<infer P> ? P : never;
  };
}[ActionKind];

const readAction = (text: string) => actionField.parse(text, {} as never);

/** The action that a text names, read like any cell with a list of words. */
export function actionOf(text: string): ActionKind | undefined {
  const read = readAction(text);
  return read.ok ? read.value : undefined;
}

/** What a trigger does, or what is wrong with its action's columns (TRIG-12). */
export function parseAction(trigger: Trigger): Parsed<Doing> {
  const read = readAction(trigger.action);
  if (!read.ok) return { ok: false, complaints: [{ column: "action", message: read.message }] };
  const action = read.value;
  const parsed: Parsed<unknown> = actions[action].parse(trigger);
  return parsed.ok ? { ok: true, value: { action, parameters: parsed.value } as Doing } : parsed;
}

/** The definition of what a trigger does, which takes the parameters beside it. */
export const definitionOf = ({ action }: Doing): ActionDefinition<unknown> =>
  actions[action] as ActionDefinition<unknown>;
