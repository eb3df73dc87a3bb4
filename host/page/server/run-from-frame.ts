import type { Driver } from "../../driver/driver";
import type { Reply } from "../../rpc/reply";
import type { Input } from "../calls";

/** Runs a function as google.script.run of a frame asks for it (PLATFORM-31). */
export async function runFromFrame(
  host: Driver,
  { functionName, args }: Input<"run">,
): Promise<Reply> {
  try {
    const value = await host.run(functionName, JSON.parse(args) as readonly unknown[]);
    return { status: "answered", value };
  } catch (thrown) {
    if (thrown instanceof TypeError) return { status: "missing" };
    return { status: "failed", message: (thrown as Error).message };
  }
}
