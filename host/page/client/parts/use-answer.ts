import { useEffect, useState } from "preact/hooks";
import type { CallName, Input, Output } from "../../calls";
import { call, tell } from "../state/call";

/** The answer of a call, asked again whenever `when` changes; null until the first one is there. */
export function useAnswer<N extends CallName>(
  name: N,
  input: Input<N>,
  when: unknown,
): Output<N> | null {
  const [answer, setAnswer] = useState<Output<N> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    call(name, input).then(
      (output) => isCurrent && setAnswer(() => output),
      (thrown) => isCurrent && tell("The list could not be read", thrown),
    );
    return () => {
      isCurrent = false;
    };
  }, [when]);
  return answer;
}
