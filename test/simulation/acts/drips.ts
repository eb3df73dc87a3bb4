import { numbersIn } from "../../support/unpacked";
import { plusDays } from "../calendar";
import { ask, type Life, type Row, rowsOf, someRow } from "../life";
import type { Acts } from "./act";

const isRunning = ({ Status }: Row): boolean => Status === "Created";

function end(life: Life): unknown {
  const { dice, today } = life;
  const running = rowsOf(life, "Drips").filter(isRunning);
  if (running.length === 0) return;
  const how = {
    reason: "left",
    confirmed: true,
    declineUnreviewed: dice.chance(0.4),
    ...(dice.chance(0.5) ? { on: plusDays(today, dice.below(80) - 30) } : {}),
  };
  if (dice.chance(0.7)) return ask(life, "end-drip", { drips: [dice.of(running).Key], ...how });
  const drips = running.slice(0, 3).map(({ Key }) => Key);
  return ask(life, "end-drip", { drips, ...how });
}

function pause(life: Life): unknown {
  const drip = someRow(life, "Drips", isRunning);
  return drip && ask(life, "pause-drip", { drip: drip.Key });
}

function resume(life: Life): unknown {
  const drip = someRow(life, "Drips", (row) => row["Paused on"] !== "");
  const fellDue = life.dice.of(["make", "forfeit", ""]);
  return drip && ask(life, "resume-drip", { drip: drip.Key, fellDue });
}

function skip(life: Life): unknown {
  const { dice } = life;
  const drip = someRow(life, "Drips", isRunning);
  if (!drip) return;
  const skipped = numbersIn(drip.Skipped);
  const undo = skipped.length > 0 && dice.chance(0.5);
  const occurrence = undo
    ? Math.max(...skipped)
    : Number(drip["Next occurrence"] || drip.Occurrences);
  return ask(life, "skip-occurrence", { drip: drip.Key, occurrence, undo });
}

function withdrawEnd(life: Life): unknown {
  const drip = someRow(life, "Drips", (row) => String(row["Ended on"]) > life.today);
  return drip && ask(life, "withdraw-end", { drip: drip.Key });
}

function goOn(life: Life): unknown {
  const drip = someRow(life, "Drips", ({ Status }) => Status === "Terminated");
  return drip && ask(life, "continue-drip", { drip: drip.Key, confirmed: life.dice.chance(0.8) });
}

function trust(life: Life): unknown {
  const drip = someRow(life, "Drips", (row) => row["Held reason"] !== "");
  return drip && ask(life, "trust-drip", { drip: drip.Key });
}

/** What people do with drips. */
export const dripActs: Acts = [
  [3, end],
  [3, pause],
  [4, resume],
  [3, skip],
  [2, withdrawEnd],
  [2, goOn],
  [1, trust],
];
