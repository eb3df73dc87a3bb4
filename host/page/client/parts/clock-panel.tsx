import { useState } from "preact/hooks";
import type { ClockMove } from "../../calls";
import { act, call, tell } from "../state/call";
import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { dayInWords } from "./day-in-words";
import { ExecutionRow } from "./executions-panel";
import { useAnswer } from "./use-answer";

/** The virtual clock: as it goes on, or is moved, it fires the time-driven runs that fall in between. */
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
  const hold = async (): Promise<void> => {
    setFired(null);
    await act("hold-clock", { held: !clock.isHeld });
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
          {clock.time} · {clock.zone} · {clock.isHeld ? "held" : "running"}
        </span>
      </div>
      <div class="clock-moves">
        <button type="button" class="button" disabled={isMoving} onClick={hold}>
          {clock.isHeld ? "Let it run" : "Hold"}
        </button>
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
        {isMoving ? "The days go by…" : firedInWords(fired, clock.isHeld)}
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

function firedInWords(fired: number | null, isHeld: boolean): string {
  if (fired === null && isHeld)
    return "The clock is held: it stands until you move it. Moving it fires the runs that fall due on the way.";
  if (fired === null)
    return "The clock goes on by itself, also while this page is closed: runs fire when they fall due, as on Google.";
  if (fired === 0) return "No run was due.";
  return fired === 1 ? "One run was due:" : `${fired} runs were due:`;
}
