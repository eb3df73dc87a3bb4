import { lateRewards } from "../../invoices/late";
import { type Fate, fateOf, linesByPartner, sumOf } from "../../invoices/partner-sums";
import { fitting } from "../../kernel/bytes";
import { clip } from "../../kernel/cells";
import { keyField, textField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { toDecimal } from "../../kernel/money";
import { DomainError } from "../../kernel/problem";
import type { Work } from "../../program/work";
import { isFinal } from "../../rewards/final";
import type { Invoice, Payout, Reward } from "../../tables";
import { textsOfPayout } from "../payouts/list-payouts";
import { textsOfReward } from "../rewards/list-rewards";
import { everyWord } from "../shared/find-by-text";
import { type Page, type PageAsked, pageInputs, pageOf } from "../shared/paging";
import { type RewardView, rewardViews } from "../shared/reward-view";
import { useCase } from "../shared/use-case";
import {
  type CountAndSum,
  type InvoicePayoutView,
  type InvoiceView,
  invoicePayoutView,
  invoiceView,
} from "./invoice-view";

/** One partner's part of an invoice, all its lines counted. */
export interface PartnerPart {
  readonly partner: Key;
  readonly partnerName: string;
  readonly lines: number;
  readonly amount: string;
  /** Where its lines begin among those listed, from 0, and how many of them are listed: a search leaves out some. */
  readonly from: number;
  readonly listed: number;
  /** What finalizing now would make of it. */
  readonly fate: Fate;
}
export interface ShowInvoiceOutput {
  readonly invoice: InvoiceView;
  /** What finalizing now would do; null once it is final. */
  readonly outcome: {
    readonly payouts: CountAndSum;
    readonly negative: CountAndSum;
    readonly belowMinimum: CountAndSum;
    /** Lines not yet reviewed, and whether silence approves them or moves them on. */
    readonly unreviewed: number;
    readonly silenceApproves: boolean;
  } | null;
  /** Its payouts that are sent and not yet paid. */
  readonly sent: number;
  /** The payment files in which payouts of it are sent and not yet paid. */
  readonly files: readonly string[];
  readonly shown:
    | {
        readonly kind: "lines" | "late";
        readonly page: Page<RewardView>;
        /** The partners of the lines on this page. */
        readonly partners: readonly PartnerPart[];
      }
    | { readonly kind: "payouts"; readonly page: Page<InvoicePayoutView> };
}

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
    ...pageInputs,
  },
  reads: ["settings", "rewards", "partners", "customers", "invoices", "payouts"],
  decide: (work, { invoice: key, view, search, ...asked }, { today }): ShowInvoiceOutput => {
    const invoice = work.get("invoices", key);
    if (!invoice) throw new DomainError("INVOICE_UNKNOWN");
    const lines = work.where("rewards", "invoice", key);
    return {
      invoice: invoiceView(work, invoice, today),
      outcome: isFinal(invoice) ? null : outcomeOf(work, invoice, lines),
      sent: sentOf(work, key).length,
      files: filesOf(work, key),
      shown: shownOf(
        work,
        invoice,
        view ?? (isFinal(invoice) ? "payouts" : "lines"),
        search,
        asked,
      ),
    };
  },
});

const sentOf = (work: Work<"payouts">, invoice: Key): readonly Payout[] =>
  work.where("payouts", "invoice", invoice).filter(({ status }) => status === "sent");

function filesOf(work: Work<"payouts">, invoice: Key): readonly string[] {
  const names = new Set(sentOf(work, invoice).flatMap(({ file }) => file ?? []));
  return fitting([...names].sort().slice(0, 50), 10_000, (name) => clip(name, 1_000));
}

type Tables = "settings" | "rewards" | "partners" | "customers" | "invoices" | "payouts";

function shownOf(
  work: Work<Tables>,
  invoice: Invoice,
  view: (typeof views)[number],
  search: string | null,
  asked: PageAsked,
): ShowInvoiceOutput["shown"] {
  const says = everyWord(search);
  if (view === "payouts") {
    const payouts = work
      .where("payouts", "invoice", invoice.key)
      .filter((payout) => says(() => textsOfPayout(work, payout)));
    const shown = (payout: Payout) => invoicePayoutView(work, payout);
    return { kind: view, page: pageOf([...payouts].sort(byKey), asked, shown, ROWS) };
  }
  const rewards =
    view === "late" ? lateRewards(work, invoice) : work.where("rewards", "invoice", invoice.key);
  const nameOf = (partner: Key) => clip(work.get("partners", partner)?.name ?? partner);
  const groups = linesByPartner([...rewards].sort(byDay)).map(([partner, all]) => {
    const amount = sumOf(all);
    const own = all.filter((line) => says(() => textsOfReward(work, line)));
    const part = {
      partner,
      partnerName: nameOf(partner),
      lines: all.length,
      listed: own.length,
      amount: toDecimal({ amount, currency: invoice.currency }),
      fate: fateOf(work, invoice.currency, { partner, amount }),
    };
    return { part, own };
  });
  groups.sort((a, b) =>
    a.part.partnerName + a.part.partner < b.part.partnerName + b.part.partner ? -1 : 1,
  );
  let from = 0;
  const lines = groups.flatMap(({ part, own }) => {
    const placed: PartnerPart = { ...part, from };
    from += own.length;
    return own.map((line) => ({ line, part: placed }));
  });
  const viewOf = rewardViews(work);
  const { rows, ...page } = pageOf(
    lines,
    asked,
    ({ line, part }) => ({ line: viewOf(line), part }),
    ROWS,
  );
  return {
    kind: view,
    page: { ...page, rows: rows.map(({ line }) => line) },
    partners: [...new Set(rows.map(({ part }) => part))],
  };
}

const byKey = (a: { readonly key: Key }, b: { readonly key: Key }) => (a.key < b.key ? -1 : 1);
const byDay = (a: Reward, b: Reward): number =>
  a.earnedOn === b.earnedOn ? byKey(a, b) : a.earnedOn < b.earnedOn ? -1 : 1;

function outcomeOf(
  work: Work<Tables>,
  { currency }: Invoice,
  lines: readonly Reward[],
): ShowInvoiceOutput["outcome"] {
  const { silenceApproves } = work.settings;
  const unreviewed = lines.filter(({ status }) => status === "pending").length;
  const staying = silenceApproves ? lines : lines.filter(({ status }) => status !== "pending");
  const sums = linesByPartner(staying).map(([partner, own]) => ({ partner, amount: sumOf(own) }));
  const summed = (fates: readonly Fate[]): CountAndSum => {
    const of = sums.filter((sum) => fates.includes(fateOf(work, currency, sum)));
    return { count: of.length, amount: toDecimal({ amount: sumOf(of), currency }) };
  };
  return {
    payouts: summed(["payout", "settled"]),
    negative: summed(["negative"]),
    belowMinimum: summed(["below minimum"]),
    unreviewed,
    silenceApproves,
  };
}
