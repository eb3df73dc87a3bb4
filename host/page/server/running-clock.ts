import { dueBy } from "../../clock/due-by";
import type { Driver } from "../../driver/driver";
import { civilClock } from "./clock-target";

/** How the clock of a workbook runs; kept in its file. */
type PageClock = {
  /** It stands until a person moves it or lets it go on. */
  isHeld: boolean;
  /** Real time minus virtual time, in ms. */
  behind: number;
};

const kept = "page clock";
const day = 86_400_000;

const clockOf = ({ workbook }: Driver): PageClock | undefined =>
  workbook.extras[kept] as PageClock | undefined;

/** Whether the clock stands; one that nobody has let go does. */
export const isHeld = (host: Driver): boolean => clockOf(host)?.isHeld ?? true;

/** Holds the clock, or lets it go on from where it stands. */
export function holdClock(host: Driver, held: boolean, realNow: number = Date.now()): void {
  const behind = realNow - host.clock.now().getTime();
  host.act(() => {
    host.workbook.extras[kept] = { isHeld: held, behind };
  });
}

/** Lets the clock go on from where a person has moved it. */
export function clockMoved(host: Driver, realNow: number = Date.now()): void {
  const clock = clockOf(host);
  if (clock) clock.behind = realNow - host.clock.now().getTime();
}

/** Lets the clock of a workbook go on that does not say yet how its clock runs. */
export function startClock(host: Driver, realNow: number = Date.now()): void {
  if (clockOf(host) === undefined) holdClock(host, false, realNow);
}

/** In ms: how often the clock is looked at. */
const every = 1_000;

/** Lets the clock of the open workbook go on, and tells the page; returns a function that ends it. */
export function tick(host: () => Driver, tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let isOver = false;
  const look = async (): Promise<void> => {
    const more = await goOn(host(), Date.now()).catch((thrown: unknown) => {
      // The page's first line says what could not be saved; the runs themselves are in the list of executions.
      console.error("The clock:", thrown instanceof Error ? thrown.message : thrown);
      return false;
    });
    tell();
    if (!isOver) begin(more ? 0 : every);
  };
  const begin = (wait: number): void => {
    timer = setTimeout(() => void look(), wait);
    timer.unref();
  };
  begin(every);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/**
 * Lets the clock of a workbook that nobody holds catch up with real time: what is due on the way runs, each at its moment, as Google's
 * schedules do, also what came due while the host was closed or the laptop slept. At most a day is lived before others get
 * their turn. Answers whether more is to be lived.
 */
export async function goOn(host: Driver, realNow: number): Promise<boolean> {
  const clock = clockOf(host);
  if (clock === undefined || clock.isHeld) return false;
  const now = host.clock.now().getTime();
  const wanted = realNow - clock.behind;
  const target = Math.min(wanted, now + day);
  if (target <= now) return false;
  const before = civilClock(host).day;
  // Time alone changes nothing that has to be saved.
  if (dueBy(host.state, target) === undefined) host.state.clock.moveTo(target);
  else await host.clock.advanceTo(target);
  // Formulas of a new day show another value.
  if (civilClock(host).day !== before) host.workbook.version += 1;
  return target < wanted;
}
