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
import { showStatement } from "./show-statement";
import { tryTrigger } from "./try-trigger";
import { undoRun } from "./undo-run";

/**
 * The registry with the calls of the trigger editor and of statements, which are complete and tested, and join the
 * door together with their screens: until then they would only make heavier what every execution on Google loads.
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
  "show-statement": showStatement,
  "try-trigger": tryTrigger,
  "undo-run": undoRun,
} as const satisfies { readonly [Name in string]: { readonly name: Name } };
