import { useState } from "preact/hooks";
import type { ClockMove } from "../../calls";
import { call, tell } from "../state/call";
import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { dayInWords } from "./day-in-words";
import { ExecutionRow } from "./executions-panel";
import { useAnswer } from "./use-answer";

/** The virtual clock: moving it fires the time-driven runs that fall in between. */
export function ClockPanel() {
  const clock = usePart(client, ({ page }) => page?.clock ?? null);
  const executions = usePart(client, ({ page }) => page?.executions ?? 0);
  const [fired, setFired] = useState<number | null>(null);
  const [isMoving, setMoving] = useState(false);
  const list = useAnswer("executions", executions);
  if (clock === null) return null;
  const move = async (to: ClockMove): Promise<void> => {
    setMoving(true);
    try {
      setFired((await call("clock", to)).fired);
    } catch (thrown) {
      tell("The clock could not be moved", thrown);
    }
    setMoving(false);
  };
  const goTo = (event: SubmitEvent): void => {
    event.preventDefault();
    const day = new FormData(event.currentTarget as HTMLFormElement).get("day");
    if (typeof day === "string" && day !== "") void move({ kind: "day", day });
  };
  return (
    <div class="clock-panel">
      <div class="clock-now">
        <strong class="clock-day">{dayInWords(clock.day)}</strong>
        <span class="clock-time">
          {clock.time} · {clock.zone}
        </span>
      </div>
      <div class="clock-moves">
        <button
          type="button"
          class="button is-main"
          disabled={isMoving}
          onClick={() => move({ kind: "next-day" })}
        >
          Next day
        </button>
        <button
          type="button"
          class="button"
          disabled={isMoving}
          onClick={() => move({ kind: "next-month" })}
        >
          Next month
        </button>
        <form class="clock-form" onSubmit={goTo}>
          <label>
            Go to <input class="input" type="date" name="day" min={clock.day} required />
          </label>
          <button type="submit" class="button" disabled={isMoving}>
            Go
          </button>
        </form>
      </div>
      <p class="clock-said" role="status">
        {isMoving ? "The days go by…" : firedInWords(fired)}
      </p>
      {fired !== null && fired > 0 && list !== null && (
        <ul class="execution-list" aria-label="Runs that the clock fired">
          {list.slice(0, fired).map((line) => (
            <ExecutionRow key={line.id} line={line} />
          ))}
        </ul>
      )}
    </div>
  );
}

function firedInWords(fired: number | null): string {
  if (fired === null) return "Moving the clock fires the runs that fall due on the way.";
  if (fired === 0) return "No run was due.";
  return fired === 1 ? "One run was due:" : `${fired} runs were due:`;
}
