import { calculated, target, withLetStand } from "./prices";
import { finalLines, isFinal, refundsOf, standing } from "./refunds";
import { settle } from "./settle";
import { type Model, type Reward, saleOf } from "./state";

const PERSON = "person";
/** The reward that a line adjusts; any other reward itself. */
const rootOf = (m: Model, row: Reward): Reward => m.rewards.get(row.of ?? row.key) as Reward;

/**
 * Takes up the amounts that were typed since the last run or act, row by row: as amounts typed on the reward, so as to give
 * the row or the line on which they stand (TARGET-1c, TARGET-2e). What a cell shows already is not typed.
 */
export function takeUp(m: Model): void {
  const typed = [...m.rewards.values()].flatMap((row) => {
    const amount = m.typing.get(row.key);
    return amount === undefined || row.amount === amount ? [] : [{ row, amount }];
  });
  for (const { row, amount } of typed) {
    type(m, row, amount);
    settle(m, rootOf(m, row), m.today);
  }
  m.typing.clear();
}

function type(m: Model, row: Reward, amount: number): void {
  const root = rootOf(m, row);
  const isLocked = isFinal(m, row);
  const typed =
    row.of !== null
      ? standing(m, root) + amount - (isLocked ? row.amount : 0)
      : amount + (isLocked ? 0 : finalLines(m, row));
  Object.assign(root, { typed, calculatedThen: calculated(m, root), stand: [] });
}

/** Declines a row or a line: it drops the typed amount, and of a final reward lets the difference stand (TARGET-3). */
export function decline(m: Model, row: Reward, reason: string): void {
  if (isFinal(m, row) || row.status === "declined") return;
  const root = rootOf(m, row);
  if (row.of !== null && isFinal(m, root)) {
    const wanted = target(m, root);
    if (root.typed === null || wanted !== root.typed) {
      const declined = withLetStand(root, wanted);
      root.stand.push({ line: row.key, declined, stood: standing(m, root) });
    }
  }
  row.dropped =
    root.typed === null ? null : { typed: root.typed, calculatedThen: root.calculatedThen };
  root.typed = null;
  Object.assign(row, { status: "declined", reason, by: PERSON, invoice: null });
}

export function holdByPerson(m: Model, row: Reward, reason: string): void {
  const isOpen = row.status === "pending" || row.status === "approved";
  if (isFinal(m, row) || !isOpen) return;
  Object.assign(row, { status: "held", reason, by: PERSON, invoice: null });
}

export function approve(m: Model, row: Reward): void {
  if (isFinal(m, row) || (row.status !== "pending" && row.status !== "held")) return;
  Object.assign(row, { status: "approved", reason: "", by: PERSON, approved: row.amount });
}

/** Moves a row back to pending. Of a refunded one its amount counts as typed; a decline taken back ends what it did. */
export function backToPending(m: Model, row: Reward): void {
  if (isFinal(m, row) || row.status === "pending" || row.status === "paid") return;
  const wasDeclined = row.status === "declined";
  // A line that the program declined adjusts nothing.
  if (wasDeclined && row.of !== null && row.by !== PERSON) return;
  const root = rootOf(m, row);
  const sale = saleOf(m, root.sale);
  const isRefunded = sale !== undefined && refundsOf(m, sale).length > 0;
  if (wasDeclined && row.of === null && isRefunded && calculated(m, root) === 0) {
    if (row.amount !== 0) type(m, row, row.amount);
  } else if (wasDeclined) {
    if (row.dropped && root.typed === null) Object.assign(root, row.dropped);
    root.stand = root.stand.filter(({ line }) => line !== row.key);
  }
  Object.assign(row, { status: "pending", reason: "", by: PERSON, former: null });
}

/** The key of a reward by its name; `NAME~open` is its open line, `NAME~1` the first it got. "" where there is none. */
export function keyOf(m: Model, name: string): string {
  const [own = "", suffix] = name.split("~");
  if (suffix === undefined) return own;
  const lines = [...m.rewards.values()].filter(({ of }) => of === own);
  const line =
    suffix === "open"
      ? lines.find((each) => each.status !== "declined" && !isFinal(m, each))
      : lines[Number(suffix) - 1];
  return line?.key ?? "";
}
