export { advanceTo } from "./advance-to";
export { type ClockPlan, type TriggerRecord, triggersOf } from "./trigger-record";
