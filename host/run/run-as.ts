import type { ExecutionRecord, HostState } from "../realm/host-state";

/** The host as another user's execution sees it: a schedule's creator, or a web app's deployer. */
export const runAs = (
  host: HostState,
  user: string,
  record: (execution: ExecutionRecord) => void = host.record,
): HostState =>
  Object.create(host, { user: { value: user }, record: { value: record } }) as HostState;
