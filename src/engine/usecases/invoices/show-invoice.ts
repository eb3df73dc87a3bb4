import { lateRewards } from "../../invoices/late";
import { linesByPartner, outcomeOfSum, type SumOutcome } from "../../invoices/partner-sums";
import { takeWhileFits } from "../../kernel/bytes";
import { clip } from "../../kernel/cells";
import { keyField, madeKeyField, textField, wordField } from "../../kernel/fields";
import { sumOf } from "../../kernel/group-by";
import { input, listInput } from "../../kernel/input";
import { toDecimal } from "../../kernel/money";
import { ownKey, sortBy } from "../../kernel/order";
import type { Work } from "../../program/work";
import { isFinal } from "../../rewards/final";
import type { Invoice, Payout, Reward } from "../../tables";
import { textsOfPayout } from "../payouts/list-payouts";
import { textsOfReward } from "../rewards/list-rewards";
import { chosen } from "../shared/chosen";
import { everyWord } from "../shared/every-word";
import { partnerName } from "../shared/names";
import { type PageAsked, pageInputs, pageOf } from "../shared/paging";
import { rewardViews } from "../shared/reward-view";
import { countAndSum } from "../shared/show-money";
import { useCase } from "../shared/use-case";
import { invoicePayoutView, invoiceView } from "./invoice-view";

/** Bytes of lines or payouts in a reply: the invoice itself stands beside them. */
const ROWS = 80_000;
const views = ["lines", "late", "payouts"] as const;

/**
 * One invoice with a page of its lines by partner, of late rewards that can still go on it, or of its payouts
 * (INVOICE-8, INVOICE-13). Throws INVOICE_UNKNOWN.
 */
export const showInvoice = useCase({
  name: "show-invoice",
  edits: "read only",
  inputs: {
    invoice: input("Invoice", keyField, { required: true }),
    view: input("View", wordField(views)),
    search: input("Search", textField, { hint: "A partner, a customer, a text or a key." }),
    takenOff: listInput("Just taken off", madeKeyField, {
      hint: "Rewards that nothing asks to put back.",
    }),
    ...pageInputs,
  },
  reads: ["rewards", "partners", "customers", "invoices", "payouts"],
  decide: (work, { invoice: key, view, search, takenOff, ...asked }, env) => {
    const invoice = chosen(work, "invoices", key);
    const payouts = work.where("payouts", "invoice", key);
    const sent = payouts.filter(({ status }) => status === "sent");
    const neverSent = payouts.filter(({ status }) => status === "open");
    const files = [...new Set(sent.flatMap(({ file }) => file ?? []))].sort();
    const says = everyWord(search, work.program.context, env.entry);
    const shown = view ?? (isFinal(invoice) ? "payouts" : "lines");
    return {
      invoice: invoiceView(work, invoice, env.today),
      /** What finalizing now would do; null once it is final. */
      outcome: isFinal(invoice) ? null : outcomeOf(work, invoice),
      /** Its payouts that are sent and not yet paid, those that were never in a payment file, and the files. */
      sent: countAndSum(sent, invoice.currency),
      neverSent: countAndSum(neverSent, invoice.currency),
      /** Late rewards, without those that were just taken off. */
      unasked: lateRewards(work, invoice).filter((late) => !takenOff?.includes(late.key)).length,
      files: takeWhileFits(files.slice(0, 50), 10_000, (name) => clip(name, 1_000)),
      shown:
        shown === "payouts"
          ? payoutsOf(work, invoice, (each) => says(() => textsOfPayout(work, each, env)), asked)
          : linesOf(
              work,
              invoice,
              shown,
              (each) => says(() => textsOfReward(work, each, env)),
              asked,
            ),
    };
  },
});

type Tables = "settings" | "rewards" | "partners" | "customers" | "invoices" | "payouts";
type Says<R> = (row: R) => boolean;

function payoutsOf(work: Work<Tables>, { key }: Invoice, says: Says<Payout>, asked: PageAsked) {
  const payouts = work.where("payouts", "invoice", key).filter(says);
  const show = (payout: Payout) => invoicePayoutView(work, payout);
  return { kind: "payouts", page: pageOf(sortBy(payouts, ownKey), asked, show, ROWS) } as const;
}

/** The partners of the lines on the page stand beside it, each with all its lines counted. */
function linesOf(
  work: Work<Tables>,
  invoice: Invoice,
  kind: "lines" | "late",
  says: Says<Reward>,
  asked: PageAsked,
) {
  const { key, currency } = invoice;
  const all = kind === "late" ? lateRewards(work, invoice) : work.where("rewards", "invoice", key);
  let from = 0;
  const groups = linesByPartner(sortBy(all, ({ earnedOn }) => earnedOn, ownKey)).map(
    ([partner, lines]) => ({ partner, partnerName: partnerName(work, partner), lines }),
  );
  const placed = sortBy(groups, (group) => group.partnerName + group.partner).flatMap(
    ({ lines, ...who }) => {
      const own = lines.filter(says);
      const amount = sumOf(lines);
      const part = {
        ...who,
        lines: lines.length,
        amount: toDecimal({ amount, currency }),
        /** Where its lines begin among those listed, from 0, and how many are listed: a search leaves out some. */
        from,
        listed: own.length,
        /** What finalizing now would make of it. */
        fate: outcomeOfSum(work, currency, { partner: who.partner, amount }),
      };
      from += own.length;
      return own.map((line) => ({ line, part }));
    },
  );
  const viewOf = rewardViews(work);
  const show = ({ line, part }: (typeof placed)[number]) => ({ line: viewOf(line), part });
  const { rows, ...page } = pageOf(placed, asked, show, ROWS);
  return {
    kind,
    page: { ...page, rows: rows.map(({ line }) => line) },
    partners: [...new Set(rows.map(({ part }) => part))],
  };
}

function outcomeOf(work: Work<Tables>, { key, currency }: Invoice) {
  const { silenceApproves } = work.settings;
  const lines = work.where("rewards", "invoice", key);
  const isUnreviewed = ({ status }: Reward) => status === "pending";
  const staying = silenceApproves ? lines : lines.filter((line) => !isUnreviewed(line));
  const sums = linesByPartner(staying).map(([partner, own]) => ({ partner, amount: sumOf(own) }));
  const summed = (...fates: readonly SumOutcome[]) =>
    countAndSum(
      sums.filter((sum) => fates.includes(outcomeOfSum(work, currency, sum))),
      currency,
    );
  return {
    payouts: summed("payout", "settled"),
    negative: summed("negative"),
    belowMinimum: summed("below minimum"),
    /** Lines not yet reviewed, and whether silence approves them or moves them on. */
    unreviewed: lines.filter(isUnreviewed).length,
    silenceApproves,
  };
}
