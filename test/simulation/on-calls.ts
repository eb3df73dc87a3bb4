import { refuse } from "../../host";
import type { Life } from "./life";

/** Called before each service call; may throw, to kill the execution or to have the call refused. */
type Hook = (call: string, number: number) => void;

/** Has a hook called before each service call, beside what is refused anyway; nothing takes it away. */
export function onCalls({ host, refused }: Life, hook: Hook | undefined): void {
  const both = (call: string, number: number) => {
    if (call === refused.call) throw refuse("No.");
    hook?.(call, number);
  };
  host.onServiceCall(refused.call === "" && !hook ? null : both);
}
