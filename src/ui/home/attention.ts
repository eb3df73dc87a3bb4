import type { Output } from "../../engine/contract";

type Home = Output<"home">;
export type Attention =
  | { readonly kind: "problems"; readonly count: number; readonly problems: Home["problems"] }
  | { readonly kind: "held"; readonly count: number }
  | { readonly kind: "invoice"; readonly invoice: Home["inReview"][number] }
  | { readonly kind: "to review"; readonly count: number };

/** What needs a person, in the order of urgency: bad cells, held rewards, invoices whose review ends first. */
export function attentionOf(home: Home): readonly Attention[] {
  const count = home.problems.length + home.moreProblems;
  const invoices = [...home.inReview].sort((a, b) => a.daysLeft - b.daysLeft);
  return [
    ...(count > 0 ? [{ kind: "problems", count, problems: home.problems } as const] : []),
    ...(home.held > 0 ? [{ kind: "held", count: home.held } as const] : []),
    ...invoices.map((invoice) => ({ kind: "invoice", invoice }) as const),
    ...(home.toReview > 0 ? [{ kind: "to review", count: home.toReview } as const] : []),
  ];
}
