import type { Driver } from "../../driver/driver";
import { secondsOf } from "../../realm/costs";
import type { ExecutionLine } from "../wire";
import { momentWriter } from "./moment-writer";

/** The list shows at most this many executions, the latest first. */
const most = 200;

/** The executions as the page lists them; times are in the program's zone. */
export function executionLines(host: Driver): readonly ExecutionLine[] {
  const write = momentWriter(host);
  return host
    .executions()
    .slice(-most)
    .reverse()
    .map(({ id, name, kind, startedAt, status, error, logs, usage }) => ({
      id,
      name,
      kind,
      startedAt: write(startedAt),
      status,
      error: error ?? null,
      calls: Object.values(usage.calls).reduce((sum, count) => sum + count, 0),
      roundTrips: usage.roundTrips,
      cellsRead: usage.cellsRead,
      cellsWritten: usage.cellsWritten,
      characters: usage.characters,
      seconds: secondsOf(usage, host.state.costs),
      ms: Math.round(usage.ms),
      byMethod: Object.entries(usage.calls).sort(([, one], [, two]) => two - one),
      logs: logs.map(({ text }) => text),
    }));
}
