import { fingerprint, type Key } from "../../engine/kernel/keys";
import type { PageInYears, PageReward, PartnerPage } from "../../engine/reports/page/partner-page";
import type { Book, Sheet } from "../workbook/book";
import { highest, makeHiddenTab, writeRowsAt } from "../workbook/hidden-tab";

/**
 * The hidden tab with what each partner's page says, a row each, written by runs (PARTNER-1). A row's place is the slot that
 * its link names. No cell begins as a number, a date or a formula does, so that formats of cells don't matter.
 */
export const PAGES_SHEET = "_pages";
const HEADERS = ["Slot", "Partner", "Digest"] as const;
/** Cells for the rewards of older years. */
const OLDER = 11;
const WIDTH = HEADERS.length + 1 + OLDER;
/** The most characters of one cell, below Google's limit. */
const LONGEST = 45_000;
const AS_OF = "as of ";
/** In place of a digest: the place of a page that no run has written yet. */
const SOON = "soon";

/** A row of the tab without its texts. */
interface PageRow {
  readonly slot: number;
  readonly partner: Key;
  readonly digest: string;
}
/** What a visitor sees. */
export interface StoredPage {
  readonly asOf: string;
  readonly page: PartnerPage;
  readonly older: PageInYears["older"];
}

type Cells = readonly (string | number)[];

/** The slots of the pages that a run has written, with the print of each partner's key, by key; one read. */
export function findPages({
  spreadsheet,
}: Book): ReadonlyMap<Key, { readonly slot: number; readonly partner: string }> {
  const written = readRows(spreadsheet.getSheetByName(PAGES_SHEET)).filter(
    ({ digest }) => digest !== "",
  );
  return new Map(
    written.map(({ slot, partner }) => [partner, { slot, partner: fingerprint(partner) }]),
  );
}

/** Keeps a place for a new partner's page, so that a link can be given before a run has written it. */
export function keepPlace(
  book: Book,
  partner: Key,
): { readonly slot: number; readonly partner: string } {
  const sheet = pagesTab(book);
  const rows = readRows(sheet);
  const slot = rows.find((row) => row.partner === partner)?.slot || nextSlot(rows);
  writeRowsAt(sheet, new Map([[slot, [slot, `"${partner}"`, SOON, ...textsOf(null)]]]));
  return { slot, partner: fingerprint(partner) };
}

const pagesTab = (book: Book): Sheet =>
  book.spreadsheet.getSheetByName(PAGES_SHEET) ?? makeHiddenTab(book, PAGES_SHEET, HEADERS);
const nextSlot = (rows: readonly PageRow[]): number =>
  highest(rows.map(({ slot }) => slot || 0)) + 1;

function readRows(sheet: Sheet | null): readonly PageRow[] {
  const last = sheet?.getLastRow() ?? 0;
  if (!sheet || last < 2) return [];
  const cells = sheet.getRange(2, 1, last - 1, HEADERS.length).getValues();
  return cells.map(([slot, partner, digest]) => ({
    slot: Number(slot),
    partner: keyIn(partner),
    digest: String(digest),
  }));
}

/** A key as its cell holds it: in quotes, so that nothing is made of it. */
const keyIn = (cell: unknown): Key => /^"(.*)"$/s.exec(String(cell))?.[1] ?? "";

/** Writes the pages that changed, and as of which day all of them are. A partner without a page any more has a blank one. */
export function writePages(book: Book, pages: ReadonlyMap<Key, PageInYears>, asOf: string): void {
  const sheet = pagesTab(book);
  const rows = readRows(sheet);
  const gone = new Map(rows.map((row) => [row.partner, row]));
  let next = nextSlot(rows);
  const changed = new Map<number, Cells>();
  for (const [partner, page] of pages) {
    const row = gone.get(partner);
    gone.delete(partner);
    const texts = textsOf(page);
    const digest = digestOf(texts);
    const isInPlace = row !== undefined && rows[row.slot - 1] === row;
    if (isInPlace && row.digest === digest) continue;
    const slot = row?.slot || next++;
    changed.set(slot, [slot, `"${partner}"`, digest, ...texts]);
  }
  for (const { slot, partner, digest } of gone.values()) {
    if (digest !== "") changed.set(slot, [slot, `"${partner}"`, "", ...textsOf(null)]);
  }
  writeRowsAt(sheet, changed);
  sheet.getRange(1, HEADERS.length + 1).setValue(AS_OF + asOf);
}

/** The page on a row, whole or not at all: "soon" and "updating" before and while it is written, null where it is not this partner's. */
export function readPage(
  sheet: Sheet | null,
  slot: number,
  print: string,
): StoredPage | "soon" | "updating" | null {
  if (!sheet || slot < 1 || slot >= sheet.getMaxRows()) return null;
  const head = sheet.getRange(1, HEADERS.length + 1).getValue();
  const [cells = []] = sheet.getRange(slot + 1, 1, 1, WIDTH).getValues();
  const [ownSlot, partner, digest, ...rest] = cells;
  const texts = rest.map(String);
  if (Number(ownSlot) !== slot || fingerprint(keyIn(partner)) !== print || digest === "")
    return null;
  if (digest === SOON) return SOON;
  if (digestOf(texts) !== digest) return "updating";
  const [page, ...older] = texts.filter((text) => text !== "").map((text) => JSON.parse(text));
  return { asOf: String(head).slice(AS_OF.length), page, older } as StoredPage;
}

const digestOf = (texts: readonly string[]): string => `d${fingerprint(texts.join("\n"))}`;

/** The cells of a page: the year that is lived, then older years; each short enough for a cell. */
function textsOf(of: PageInYears | null): readonly string[] {
  const texts = of
    ? [
        fitting(of.page.rewards, (rewards, more) => ({ ...of.page, rewards, ...more })),
        ...of.older
          .slice(0, OLDER)
          .map(({ year, rewards }) =>
            fitting(rewards, (shown, more) => ({ year, rewards: shown, ...more })),
          ),
      ]
    : [];
  return [...texts, ...Array<string>(1 + OLDER - texts.length).fill("")];
}

/** The JSON with as many of the rewards, the newest first, as fit into a cell, and how many more there are. */
function fitting(
  rewards: readonly PageReward[],
  whole: (shown: readonly PageReward[], more: { readonly moreRewards?: number }) => object,
): string {
  for (let most = rewards.length; ; most = Math.floor(most / 2)) {
    const left = rewards.length - most;
    const text = JSON.stringify(
      whole(rewards.slice(0, most), left > 0 ? { moreRewards: left } : {}),
    );
    if (text.length <= LONGEST || most === 0) return text;
  }
}
