import type { Driver } from "../../host";

/**
 * Somebody has made a daily schedule in the script editor: a colleague, whose schedules no script of others can see
 * (PLATFORM-58), or a person who works in a copy.
 */
export function addScheduleOf(host: Driver, creator: string, handler = "onDaily"): void {
  host.state
    .kept<object[]>("triggers", () => [])
    .push({
      id: `${handler} of ${creator}`,
      creator,
      handler,
      source: "CLOCK",
      event: "CLOCK",
      createdAt: 0,
      nextAt: null,
    });
}
