import { unpacked } from "../../support/unpacked";
import type { Row } from "../life";
import type { Books, Complain } from "./books";
import { keptOf } from "./kept";
import { minor, part, share, sum } from "./money";

interface Terms {
  readonly kind: "flat" | "percent";
  readonly amount: number;
  readonly percent: number;
  readonly base: number;
  readonly rounding: string;
  readonly room?: number;
  readonly part?: { readonly k: number; readonly n: number };
}
interface Decisions {
  readonly typed?: { readonly amount: number; readonly calculated: number };
  readonly letStand?: readonly { readonly declined: number; readonly stood: number }[];
}

/**
 * A reward and the lines that correct it come to its target, whatever was refunded, typed and declined; the difference
 * is carried by its own row while that is not final, else by one open line (TARGET-1 to TARGET-3, TARGET-13).
 */
export function checkTargets(books: Books, complain: Complain): void {
  for (const reward of books.rows.Rewards.filter(({ Adjusts }) => Adjusts === "")) {
    const lines = books.where("Rewards", "Adjusts", reward.Key);
    const open = lines.filter((line) => stands(line) && !isFinal(books, line));
    const most = isFinal(books, reward) ? 1 : 0;
    if (open.length > most) complain(`${reward.Key}: ${open.length} open lines correct it`);
    if (reward.Status === "declined" && reward["Decided by"] !== "the program") continue;
    const calculated = calculatedOf(books, reward);
    if (calculated === undefined) continue;
    const net = sum([reward, ...lines].filter(stands));
    const goal = goalOf(calculated, unpacked<Decisions>(reward.Decisions) ?? {});
    if (net !== goal) complain(`${reward.Key}: it comes to ${net}, and its target is ${goal}`);
  }
}

const stands = ({ Status }: Row): boolean => Status !== "declined";

function isFinal(books: Books, row: Row): boolean {
  const [invoice] = books.where("Invoices", "Key", row.Invoice || "none");
  const isOnFinal = invoice !== undefined && invoice["Finalized on"] !== "";
  return row.Status === "paid" || row["First invoice"] !== "" || isOnFinal;
}

/** The frozen terms on what the customer kept; undefined where the row of the sale is gone. */
function calculatedOf(books: Books, reward: Row): number | undefined {
  const terms = unpacked<Terms>(reward.Terms);
  const made = terms?.kind === "flat" ? terms.amount : minor(reward);
  if (reward.Source !== "trigger" && reward.Source !== "drip") return made;
  if (reward.Transaction === "") return made;
  const [sale] = books.where("Transactions", "Key", reward.Transaction);
  if (!sale) return undefined;
  const judged = unpacked<{ readonly amount?: number }>(sale["Judged as"])?.amount;
  const sold = terms?.kind === "percent" ? terms.base : (judged ?? minor(sale));
  const kept = keptOf(books, sale.Key, sold);
  if (sold > 0 && kept === 0) return 0;
  if (terms?.kind !== "percent") return made;
  const whole = share(kept, terms.percent / 10_000, terms.rounding);
  const own = terms.part ? part(whole, terms.part.k, terms.part.n, terms.rounding) : whole;
  return Math.min(own, terms.room ?? own);
}

/** An amount typed by hand counts unless what is calculated has come nearer to 0; what people let stand is left out. */
function goalOf(calculated: number, { typed, letStand = [] }: Decisions): number {
  const size = Math.abs(calculated);
  const isTyped = typed && (size >= Math.abs(typed.calculated) || Math.abs(typed.amount) < size);
  return letStand.reduce(
    (goal, { declined, stood }) => {
      if (goal >= Math.min(declined, stood) && goal <= Math.max(declined, stood)) return stood;
      return declined < stood === goal < declined ? goal + stood - declined : goal;
    },
    isTyped ? typed.amount : calculated,
  );
}
