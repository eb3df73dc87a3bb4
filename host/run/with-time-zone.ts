import { runInThisContext } from "node:vm";

/** The real process: a test runner may give its tests a copy, and only the real one changes Dates. */
export const realProcess = runInThisContext("process") as NodeJS.Process;

/** Runs the work with local time in that zone, as a script's Dates have it (PLATFORM-52). */
export const withTimeZone = <T>(zone: string, work: () => T): T => {
  const before = realProcess.env.TZ;
  realProcess.env.TZ = zone;
  try {
    return work();
  } finally {
    if (before === undefined) delete realProcess.env.TZ;
    else realProcess.env.TZ = before;
  }
};
