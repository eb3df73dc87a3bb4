import type { Life, Row } from "../life";
import type { Books, Complain } from "./books";
import { minor } from "./money";

const peoples = ["Partners", "Customers", "Transactions", "Actions"] as const;
const programs = ["Rewards", "Drips", "Invoices", "Payouts"] as const;
/** What the program may write as well: a blank key, the day of archiving, the group that a trigger moves to. */
const shared = new Set(["Key", "Archived on", "Group"]);

/** No key stands twice; what people typed stands as they typed it; what was paid is as it was paid. */
export function checkMemory(life: Life, books: Books, complain: Complain): void {
  for (const tab of [...peoples, ...programs]) {
    const keys = books.rows[tab].map(({ Key }) => Key);
    if (new Set(keys).size !== keys.length) complain(`${tab} has a key twice`);
  }
  checkTyped(life, books, complain);
  checkPaid(life, books, complain);
}

function checkTyped(life: Life, books: Books, complain: Complain): void {
  const marked = new Map(
    peoples.flatMap((tab) => books.rows[tab].map((row) => [String(row["Our mark"]), row])),
  );
  for (const [mark, cells] of life.typed) {
    const row = marked.get(mark);
    if (!row) complain(`the row ${mark} is gone`);
    for (const [header, value] of row ? cells : []) {
      const isShared = shared.has(header) && (value === "" || header === "Group");
      if (!isShared && row?.[header] !== value) {
        complain(`${row?.Key}: ${header} is ${row?.[header]}, and ${value} was typed`);
      }
    }
  }
  for (const [place, note] of life.notes) {
    const [tab, key] = place.split(" | ") as [(typeof programs)[number], string];
    const [row] = books.where(tab, "Key", key);
    if (row && row["Our note"] !== note) complain(`${tab} ${key}: the note is ${row["Our note"]}`);
  }
}

/** Whatever was once paid: amount, day and payout. A payout of 0 moves no money, and its run may be undone. */
function checkPaid(life: Life, books: Books, complain: Complain): void {
  const isReturned = (row: Row | undefined) => row?.Status === "returned";
  const now = new Map<string, string>();
  for (const payout of books.rows.Payouts) {
    const isPaid = payout.Status === "paid" || isReturned(payout);
    if (!isPaid || minor(payout) === 0) continue;
    now.set(`payout ${payout.Key}`, `${payout.Amount} ${payout.Currency} ${payout["Paid on"]}`);
    for (const reward of books.where("Rewards", "Payout", payout.Key)) {
      now.set(`reward ${reward.Key}`, `${reward.Amount} ${reward.Currency} ${reward.Payout}`);
    }
  }
  for (const [name, paid] of life.paid) {
    const [kind, key] = [name.slice(0, 6), name.slice(7)];
    const was = paid.split(" ")[2];
    const isBack = kind === "reward" && isReturned(books.where("Payouts", "Key", was)[0]);
    if (!isBack && now.get(name) !== paid)
      complain(`${key} was paid as ${paid}, now ${now.get(name)}`);
  }
  life.paid.clear();
  for (const [name, paid] of now) life.paid.set(name, paid);
}
