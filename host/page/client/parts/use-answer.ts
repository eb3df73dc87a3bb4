import { useEffect, useState } from "preact/hooks";
import type { Calls, Output } from "../../calls";
import { call, tell } from "../state/call";

/** The calls that only list something. */
type ListName = { [N in keyof Calls]: Calls[N]["input"] extends null ? N : never }[keyof Calls];

/** A list from the server, requested again when its count changes; null until it is there. */
export function useAnswer<N extends ListName>(name: N, count: number): Output<N> | null {
  const [answer, setAnswer] = useState<Output<N> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    call(name, null as Calls[N]["input"]).then(
      (output) => isCurrent && setAnswer(() => output),
      (thrown) => isCurrent && tell("The list could not be read", thrown),
    );
    return () => {
      isCurrent = false;
    };
  }, [name, count]);
  return answer;
}
