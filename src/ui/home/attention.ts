import type { Output } from "../../engine/contract/contract";

type Home = Output<"home">;
export type Attention =
  | { readonly kind: "problems"; readonly count: number; readonly problems: Home["problems"] }
  | { readonly kind: "overdue"; readonly invoice: Home["overdue"][number] }
  | { readonly kind: "more overdue"; readonly count: number }
  | { readonly kind: "held"; readonly count: number }
  | { readonly kind: "applications"; readonly count: number }
  | { readonly kind: "invoice"; readonly invoice: Home["inReview"][number] }
  | { readonly kind: "more invoices"; readonly count: number }
  | { readonly kind: "nothing earned"; readonly nothing: Home["nothing"] }
  | { readonly kind: "missed runs" }
  | { readonly kind: "health"; readonly count: number }
  | { readonly kind: "to review"; readonly count: number };

/**
 * What needs a person, most urgent first: bad cells, overdue payouts, rewards on hold, applications, invoices by the end of their
 * review, sales that earned nothing, missed runs, health findings, rewards to review.
 */
export function attentionOf(home: Home, hasMissedRuns: boolean): readonly Attention[] {
  const count = home.problems.length + home.moreProblems;
  const invoices = [...home.inReview].sort((a, b) => a.daysLeft - b.daysLeft);
  return [
    ...(count > 0 ? [{ kind: "problems", count, problems: home.problems } as const] : []),
    ...home.overdue.map((invoice) => ({ kind: "overdue", invoice }) as const),
    ...(home.moreOverdue > 0 ? [{ kind: "more overdue", count: home.moreOverdue } as const] : []),
    ...(home.held > 0 ? [{ kind: "held", count: home.held } as const] : []),
    ...(home.applications > 0 ? [{ kind: "applications", count: home.applications } as const] : []),
    ...invoices.map((invoice) => ({ kind: "invoice", invoice }) as const),
    ...(home.moreInReview > 0
      ? [{ kind: "more invoices", count: home.moreInReview } as const]
      : []),
    ...(Object.values(home.nothing).some((count) => count > 0)
      ? [{ kind: "nothing earned", nothing: home.nothing } as const]
      : []),
    ...(hasMissedRuns ? [{ kind: "missed runs" } as const] : []),
    ...(home.health > 0 ? [{ kind: "health", count: home.health } as const] : []),
    ...(home.toReview > 0 ? [{ kind: "to review", count: home.toReview } as const] : []),
  ];
}
