import type { HostOptions } from "../../../host/driver/host-options";
import { openCode } from "../../support/host";

/** Runs the body of a function in a fresh host and gives what it returns. */
export const runScript = async (body: string, options: HostOptions = {}): Promise<unknown> => {
  const host = await openCode(`function main() { ${body} }`, options);
  return (await host.call("main")).result;
};
