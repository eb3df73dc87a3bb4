import type { Row } from "../life";
import type { Books, Complain } from "./books";
import { amountOf, type Standing, standingsOf } from "./drip-terms";
import { keptOf, refundsOf } from "./kept";
import { minor, sum } from "./money";

/** Made + to come + lost = promised; each occurrence once, on its day, for its amount; the status as worked out. */
export function checkDrips(books: Books, complain: Complain): void {
  for (const drip of books.rows.Drips) {
    const say: Complain = (what) => complain(`${drip.Key}: ${what}`);
    const made = books.where("Rewards", "Drip", drip.Key).filter(({ Source }) => Source === "drip");
    const standings = standingsOf(drip);
    checkMade(books, drip, made, standings, say);
    checkPromise(books, drip, standings, say);
    checkStatus(drip, made, standings, say);
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
  const isPlain =
    drip["Limit currency"] === "" &&
    books.where("Transactions", "Refund of", drip.Transaction || "none").length === 0;
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
  const coming = standings.filter(({ is }) => is === "to come");
  const toCome = coming.reduce((total, { k }) => total + amountOf(drip, k, kept), 0);
  if (minor(drip, "To come") !== toCome) say(`to come is ${minor(drip, "To come")}, not ${toCome}`);
  const next = coming[0]?.due ?? "";
  if (drip["Next date"] !== next) say(`the next date is ${drip["Next date"]}, not ${next}`);
  const isWaiting =
    drip["Paused on"] !== "" || books.where("Partners", "Key", drip.Partner).length === 0;
  if (next !== "" && next <= books.today && !isWaiting)
    say(`what fell due on ${next} was not made`);
  if (drip["Base amount"] === "" || refundsOf(books, drip.Transaction).length > 0) return;
  const promised = standings.reduce((total, { k }) => total + amountOf(drip, k, kept), 0);
  const n = standings.length;
  const whole =
    drip.Mode === "split a total"
      ? amountOf({ ...drip, Mode: "" }, 1, kept)
      : amountOf(drip, 1, kept) * n;
  if (promised !== whole) say(`its occurrences come to ${promised} of ${whole}`);
}

function checkStatus(
  drip: Row,
  made: readonly Row[],
  standings: readonly Standing[],
  say: Complain,
): void {
  const isSettled = made.every(({ Status }) => Status === "paid" || Status === "declined");
  const ended = String(drip["Ended on"]);
  const isCut = ended !== "" && standings.some(({ is }) => is === "lost");
  const isMade = standings.every(({ is }) => is === "counted");
  const wanted = isCut ? "Terminated" : isMade && isSettled ? "Complete" : "Created";
  if (drip.Status !== wanted) say(`the status is ${drip.Status}, not ${wanted}`);
}
