import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { useAct } from "../state/use-act";

type Standing = Output<"import-context">["standing"];

/** The tabs that each run reads, with what waits for a decision (IMPORT-14). */
export function StandingTabs({ tabs }: { readonly tabs: Standing }) {
  const act = useAct("settle-standing-import");
  const [stopped, setStopped] = useState<readonly string[]>([]);
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const settle = async (tab: string, choice: "stop" | "leave out") => {
    const reply = await act.start({ tab, choice });
    if (!reply?.ok) return;
    if (choice === "stop") setStopped([...stopped, tab]);
    else setLeftOut([...leftOut, tab]);
  };
  const shown = tabs.filter(({ tab }) => !stopped.includes(tab));
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>Read at each run</h2>
      <ul class="card">
        {shown.map(({ tab, taken, held, isForm }) => {
          const isHolding = held !== 0 && !leftOut.includes(tab);
          return (
            <li class="row line" key={tab}>
              <div class="grow">
                <p>{tab}</p>
                <p class="faint small">
                  {joinWithDots([
                    isForm ? "answers, under Applications" : `${text.count(taken, "line")} taken`,
                    isHolding &&
                      `${held === null ? "many lines" : text.count(held, "line")} changed, without a row, or maybe here already: read the tab again above to add them, or leave them out`,
                  ])}
                </p>
              </div>
              {isHolding && (
                <Button
                  look="text"
                  label={`Leave them out: ${tab}`}
                  onClick={() => void settle(tab, "leave out")}
                >
                  Leave them out
                </Button>
              )}
              <Button
                look="text"
                label={`Stop reading ${tab}`}
                onClick={() => void settle(tab, "stop")}
              >
                Stop
              </Button>
            </li>
          );
        })}
      </ul>
      {act.error && <Refusal error={act.error} />}
    </section>
  );
}
