import { Engine } from "json-rules-engine";
import { type FactValue, factsIn, type Group } from "./conditions";
import { type At, operatorIds, operators, passes } from "./operators";
import { resolveSynchronously } from "./resolve-synchronously";

/** The facts of one event, as a rule asks for them. */
export interface FactsAt extends At {
  valueOf(id: string): FactValue;
}
/** A condition as json-rules-engine leaves it: with the value found and whether it held; unset where not asked. */
export interface JudgedCondition {
  readonly all?: readonly JudgedCondition[];
  readonly any?: readonly JudgedCondition[];
  readonly not?: JudgedCondition;
  readonly fact?: string;
  readonly operator?: string;
  readonly value?: unknown;
  readonly factResult?: FactValue;
  readonly result?: boolean;
}
interface Judgement {
  readonly holds: boolean;
  readonly conditions: JudgedCondition;
}
/** Judges one trigger's rules on the facts of an event. */
export type Judge = (facts: FactsAt) => Judgement;

/**
 * A judge for checked conditions: one json-rules-engine, built once and asked as often as there are events
 * (ADR-8). The only use of the library; it alone says that rules hold.
 */
export function createJudge(conditions: Group): Judge {
  let current: FactsAt | undefined;
  const facts = () => current as FactsAt;
  const engine = new Engine([{ conditions: conditions as never, event: { type: "holds" } }]);
  for (const id of operatorIds) {
    engine.addOperator<FactValue, unknown>(id, (found, wanted) =>
      passes(operators[id], found, wanted, facts()),
    );
  }
  for (const id of factsIn(conditions)) {
    engine.addFact(id, () => facts().valueOf(id), { cache: false });
  }
  return (given) => {
    current = given;
    const { results, failureResults } = resolveSynchronously(() => engine.run());
    const [result] = [...results, ...failureResults];
    return {
      holds: results.length > 0,
      conditions: (result?.conditions ?? {}) as unknown as JudgedCondition,
    };
  };
}
