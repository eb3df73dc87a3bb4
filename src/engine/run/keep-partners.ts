import type { Work } from "../program/work";

/**
 * Keeps with each processed customer whose it is, as far as that can be read, so that it goes on counting among that
 * partner's customers while its *Partner* shows an error (CELL-2b). Earlier releases did not keep it, and it is not filled
 * in for them: a row that a later run changes is none that undo takes back by itself (UNDO-2).
 */
export function keepPartners(work: Work): void {
  for (const { key, judgedAs, partner } of work.all("customers")) {
    const whose = partner ?? "";
    if (!judgedAs || judgedAs.partner === null || judgedAs.partner === whose) continue;
    work.update("customers", key, { judgedAs: { ...judgedAs, partner: whose } });
  }
}
