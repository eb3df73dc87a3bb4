import { createStore } from "./store";

/**
 * No trigger is active yet, as the first steps on Home found: there is nothing to see before a row is added. Whatever
 * saves or activates a trigger says that it is no longer so.
 */
export const withoutTriggers = createStore(false);
