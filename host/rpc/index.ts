export { answerCall } from "./answer-call";
export { type CallAsPage, callAsPage } from "./call-as-page";
export { createRunner, type Runner, type Transport } from "./create-runner";
export type { Reply } from "./reply";
