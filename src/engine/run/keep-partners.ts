import type { Work } from "../program/work";

/**
 * Notes each processed customer's partner in its row, as last read, so that the customer still counts for that partner while
 * *Partner* shows an error (CELL-2b). Earlier releases noted none. It is not filled in for their rows, since undo asks before it
 * takes back a row that has changed since its run (UNDO-2).
 */
export function keepPartners(work: Work): void {
  for (const { key, judgedAs, partner } of work.all("customers")) {
    const whose = partner ?? "";
    if (!judgedAs || judgedAs.partner === null || judgedAs.partner === whose) continue;
    work.update("customers", key, { judgedAs: { ...judgedAs, partner: whose } });
  }
}
