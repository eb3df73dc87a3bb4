import { numbersIn } from "../../support/unpacked";
import type { Row } from "../life";
import type { Books, Complain } from "./books";
import { amountOf, amountToCome, type Standing, standingsOf } from "./drip-terms";
import { keptOf } from "./kept";
import { minor, sum } from "./money";

/** Made + to come + lost = promised; each occurrence once, on its day, for its amount; the status as calculated. */
export function checkDrips(books: Books, complain: Complain): void {
  for (const drip of books.rows.Drips) {
    const say: Complain = (what) => complain(`${drip.Key}: ${what}`);
    const made = books.where("Rewards", "Drip", drip.Key).filter(({ Source }) => Source === "drip");
    const standings = standingsOf(drip, books.today);
    checkMade(books, drip, made, standings, say);
    checkPromise(books, drip, standings, say);
    checkWhole(books, drip, say);
    checkStatus(drip, made, standings, say);
    checkContinued(books, drip, say);
    if (sum(made.filter(({ Status }) => Status === "paid")) !== minor(drip, "Paid so far")) {
      say("paid so far is not the sum of its paid rewards");
    }
  }
}

function checkMade(
  books: Books,
  drip: Row,
  made: readonly Row[],
  standings: readonly Standing[],
  say: Complain,
): void {
  const base = minor(drip, "Base amount");
  const isPlain = !hasLimit(drip) && refundRows(books, drip).length === 0;
  for (const { k, due, is, isEmpty } of standings) {
    const rows = made.filter(({ Occurrence }) => Occurrence === k);
    if (rows.length > 1) say(`occurrence ${k} is there ${rows.length} times`);
    const [reward] = rows;
    if (!reward) {
      if (is === "counted" && !isEmpty) say(`occurrence ${k} was made and is gone`);
      continue;
    }
    if (is !== "counted") say(`occurrence ${k} was made and is not counted`);
    if (reward.Key !== `${drip.Key}#${k}`) say(`occurrence ${k} has the key ${reward.Key}`);
    if (reward["Earned on"] !== due)
      say(`occurrence ${k} is earned on ${reward["Earned on"]}, not ${due}`);
    if (due > books.today) say(`occurrence ${k} was made before ${due}`);
    const paused = String(drip["Paused on"]);
    if (paused !== "" && due > paused) say(`occurrence ${k} was made in a pause, on ${due}`);
    const worked = reward["Calculated amount"] === "" ? "Amount" : "Calculated amount";
    const wanted = amountOf(drip, k, base);
    if (isPlain && minor(reward, worked) !== wanted) {
      say(`occurrence ${k} is ${minor(reward, worked)}, not ${wanted}`);
    }
  }
}

function checkPromise(
  books: Books,
  drip: Row,
  standings: readonly Standing[],
  say: Complain,
): void {
  const kept = keptOf(books, drip.Transaction, minor(drip, "Base amount"));
  const add = (of: readonly Standing[]) =>
    of.reduce((total, { k }) => total + amountOf(drip, k, kept), 0);
  const coming = standings.filter(({ is }) => is === "to come");
  const toCome = coming.reduce((total, { k }) => total + amountToCome(drip, k, kept), 0);
  if (minor(drip, "To come") !== toCome) say(`to come is ${minor(drip, "To come")}, not ${toCome}`);
  const made = add(standings) - toCome - minor(drip, "Lost");
  const most = add(standings.filter(({ is, isEmpty }) => is === "counted" && !isEmpty));
  const isWhole = !hasLimit(drip) && refundRows(books, drip).length === 0;
  if (made > most || made < 0 || (isWhole && made !== most)) {
    say(`promised ${add(standings)}, to come ${toCome}, lost ${minor(drip, "Lost")}; made ${most}`);
  }
  const next = coming[0]?.due ?? "";
  if (drip["Next date"] !== next) say(`the next date is ${drip["Next date"]}, not ${next}`);
  const paused = String(drip["Paused on"]);
  const isWaiting =
    (paused !== "" && next >= paused) || books.where("Partners", "Key", drip.Partner).length === 0;
  if (next !== "" && next <= books.today && !isWaiting) {
    say(`what fell due on ${next} was not made`);
  }
}

/** Before anything was made or lost, the parts are the whole: a total comes out to the last unit. */
function checkWhole(books: Books, drip: Row, say: Complain): void {
  if (drip.Mode !== "split a total") return;
  const kept = keptOf(books, drip.Transaction, minor(drip, "Base amount"));
  const n = Number(drip.Occurrences);
  const parts = Array.from({ length: n }, (_, i) => amountOf(drip, i + 1, kept));
  const total = parts.reduce((sum, each) => sum + each, 0);
  const whole = amountOf({ ...drip, Mode: "per occurrence" }, 1, kept);
  if (total !== whole) say(`its occurrences come to ${total} of ${whole}`);
}

function checkStatus(
  drip: Row,
  made: readonly Row[],
  standings: readonly Standing[],
  say: Complain,
): void {
  const isSettled = made.every(({ Status }) => Status === "paid" || Status === "declined");
  const left = standings.filter(({ is }) => is !== "counted");
  const isOver = left.every(({ isCut }) => isCut);
  // An end during a pause takes what the pause kept back, the last occurrence among it.
  const lastIsForfeited = numbersIn(drip.Skipped).includes(Number(drip.Occurrences));
  const ended = left.length > 0 || (drip["Ended on"] !== "" && lastIsForfeited);
  const wanted = !isOver ? "Created" : ended ? "Terminated" : isSettled ? "Complete" : "Created";
  if (drip.Status !== wanted) say(`the status is ${drip.Status}, not ${wanted}`);
}

/** A drip that goes on from another makes none of the other's occurrences. */
function checkContinued(books: Books, drip: Row, say: Complain): void {
  if (drip.Continues === "") return;
  const [before] = books.where("Drips", "Key", drip.Continues);
  if (!before) say(`continues ${drip.Continues}, which is not there`);
  else if (Number(before.Settled) > Number(drip["After occurrence"])) {
    say(
      `the drip before it made ${before.Settled}, and it goes on after ${drip["After occurrence"]}`,
    );
  }
}

const hasLimit = (drip: Row): boolean => drip["Limit currency"] !== "";
const refundRows = (books: Books, drip: Row): readonly Row[] =>
  drip.Transaction === "" ? [] : books.where("Transactions", "Refund of", drip.Transaction);
