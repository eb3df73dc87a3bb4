export type { Called, Driver, ExecutionReport } from "./driver/driver";
export type { HostOptions } from "./driver/host-options";
export { openHost } from "./driver/open-host";
export { type PageOptions, type StartedPage, startPage } from "./page/server/start-page";
export { type Costs, publishedCosts, readCosts, secondsOf } from "./realm/costs";
export { type Arrived, Killed, kill, refuse } from "./realm/killed";
export { ScriptError } from "./realm/script-error";
