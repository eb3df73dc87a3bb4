import { backtestTrigger } from "./backtest-trigger";
import { describeTrigger } from "./describe-trigger";
import { explainEvent } from "./explain-event";
import { explainReward } from "./explain-reward";
import { exportTriggers } from "./export-triggers";
import { importTriggers } from "./import-triggers";
import { useCases } from "./index";
import { judgeAgain } from "./judge-again";
import { listFacts } from "./list-facts";
import { listTriggers } from "./list-triggers";
import { saveTrigger } from "./save-trigger";
import { tryTrigger } from "./try-trigger";

/**
 * The registry with the calls of the trigger editor, which are complete and tested, and join the door together
 * with their screen: until then they would only make heavier what every execution on Google loads.
 */
export const comingUseCases = {
  ...useCases,
  "backtest-trigger": backtestTrigger,
  "describe-trigger": describeTrigger,
  "explain-event": explainEvent,
  "explain-reward": explainReward,
  "export-triggers": exportTriggers,
  "import-triggers": importTriggers,
  "judge-again": judgeAgain,
  "list-facts": listFacts,
  "list-triggers": listTriggers,
  "save-trigger": saveTrigger,
  "try-trigger": tryTrigger,
} as const satisfies { readonly [Name in string]: { readonly name: Name } };
