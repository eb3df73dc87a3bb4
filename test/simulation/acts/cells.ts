import { type Life, type Row, rowsOf, someRow } from "../life";
import { typeCell } from "../type-cell";
import type { Acts } from "./act";
import { forget } from "./versions";

const tabs = [
  "Partners",
  "Customers",
  "Transactions",
  "Actions",
  "Rewards",
  "Drips",
  "Invoices",
  "Payouts",
];
const made = ["Rewards", "Drips", "Invoices", "Payouts"] as const;

const type = (
  life: Life,
  tab: string,
  { Key }: Row,
  header: string,
  value: string | number,
): boolean => typeCell(life, tab, { Key: Key as string }, header, value);

/** Types what can't be read: until a person puts it right, the row is left out. */
function mistype(life: Life): void {
  const { dice, wrong, renumbered } = life;
  const tab = dice.of(["Rewards", "Payouts"]);
  if (renumbered.has(tab)) return;
  const row = someRow(life, tab, ({ Key }) => !wrong.has(`${tab} ${Key}`));
  if (!row) return;
  const header = dice.of(["Status", "Amount"]);
  const before = row[header] as string | number;
  if (!type(life, tab, row, header, dice.of(["Paied", "?"]))) return;
  wrong.set(`${tab} ${row.Key}`, () => {
    // An undone run may have taken the row away meanwhile.
    const isThere = life.host.rows(tab).some(({ Key }) => Key === row.Key);
    if (isThere) type(life, tab, row, header, before);
  });
}

/** Types a status, with or without a reason, legal or not; what may not be is restored by the next run. */
function typeStatus(life: Life): void {
  const { dice } = life;
  const reward = someRow(life, "Rewards", () => true);
  if (!reward) return;
  const status = dice.of(["pending", "approved", "approved", "held", "declined", "paid"]);
  if (dice.chance(0.7))
    type(life, "Rewards", reward, "Reason", dice.of(["checked", "wait", "wrong"]));
  type(life, "Rewards", reward, "Status", status);
}

function typeAmount(life: Life): void {
  const reward = someRow(
    life,
    "Rewards",
    ({ Currency }) => Currency === "USD" || Currency === "EUR",
  );
  if (reward) type(life, "Rewards", reward, "Amount", 1 + life.dice.below(5000) / 100);
}

function typePayout(life: Life): void {
  const payout = someRow(life, "Payouts", ({ Status }) => Status !== "returned");
  if (!payout) return;
  type(life, "Payouts", payout, "Status", life.dice.of(["paid", "paid", "open", "sent"]));
  forget(life);
}

/** Writes a note into the team's own column of a row that the program made. */
function note(life: Life): void {
  const tab = life.dice.of(made);
  const row = someRow(life, tab, () => true);
  if (!row || life.renumbered.has(tab)) return;
  const text = `Note ${++life.count}`;
  type(life, tab, row, "Our note", text);
  life.notes.set(`${tab} | ${row.Key}`, text);
}

/** Sorts, inserts an empty row, or deletes one again. */
export function moveRows(life: Life): unknown {
  const { dice, host } = life;
  const tab = dice.of(tabs);
  const rows = host.rows(tab);
  switch (dice.below(3)) {
    case 0:
      return host.sort(tab, dice.of(["Key", "Problems"]), { descending: dice.chance(0.5) });
    case 1:
      return host.insertRow(tab, dice.below(rows.length + 1));
    default: {
      const empty = rows.findIndex((row) => Object.values(row).every((cell) => cell === ""));
      if (empty >= 0) host.deleteRow(tab, empty);
    }
  }
}

/** Deletes a reward's row that no payout has yet: the health check asks what became of it. */
function deleteReward(life: Life): void {
  const isBuilt = ({ Key }: Row) => rowsOf(life, "Rewards").some(({ Adjusts }) => Adjusts === Key);
  const isLoose = ({ Source }: Row) => Source === "trigger" || Source === "drip";
  const row = someRow(
    life,
    "Rewards",
    (each) => each["First invoice"] === "" && isLoose(each) && !isBuilt(each),
  );
  if (!row || life.renumbered.has("Rewards")) return;
  life.host.deleteRow("Rewards", { Key: String(row.Key) });
  life.notes.delete(`Rewards | ${row.Key}`);
}

/** A column more of the team's own, now and then. */
function addColumn({ dice, host }: Life): void {
  const tab = dice.of(tabs);
  host.addColumn(tab, `Own ${dice.below(3)}`);
}

function typeSetting({ dice, host }: Life): unknown {
  const set = (key: string, value: string | number) =>
    host.type("Settings", { Key: key }, "Value", value);
  switch (dice.below(4)) {
    case 0:
      return set("minimum payout", dice.of(["USD 50", "USD 10, EUR 10", ""]));
    case 1:
      return set("silence approves", dice.of(["yes", "no"]));
    case 2:
      return set("payout day", 12 + dice.below(10));
    default:
      return set("rounding", dice.of(["half to even", "half away from zero"]));
  }
}

/** Types over a trigger's terms, or pauses it: a new version from the next run on. */
function typeTrigger(life: Life): unknown {
  const trigger = someRow(life, "Triggers", () => true);
  if (!trigger) return;
  if (life.dice.chance(0.4)) {
    const state = trigger.State === "active" ? "paused" : "active";
    return type(life, "Triggers", trigger, "State", state);
  }
  const header = trigger.Percent === "" ? "Amount" : "Percent";
  if (trigger[header] !== "") type(life, "Triggers", trigger, header, 1 + life.dice.below(30));
}

/** What people type over in the program's tabs, and how they move rows about. */
export const cellActs: Acts = [
  [6, typeStatus],
  [3, typeAmount],
  [1, mistype],
  [2, typePayout],
  [3, note],
  [6, moveRows],
  [1, addColumn],
  [1, deleteReward],
  [1, typeSetting],
  [1, typeTrigger],
];
