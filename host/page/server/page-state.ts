import type { Driver } from "../../driver/driver";
import { activePlace } from "../../services/spreadsheet/outside/active-place";
import type { OpenPage } from "../../services/ui/ui-state";
import type { Sheet, Workbook } from "../../workbook";
import type { PageState, Panel, SheetInfo } from "../wire";
import { civilClock } from "./clock-target";
import { hiddenRows } from "./hidden-rows";
import { isHeld } from "./running-clock";
import { chartsOf } from "./sheet-charts";

/** Everything that the client shows except the cells. */
export function pageState(host: Driver, canOpen: boolean, questions: string): PageState {
  const { state, workbook } = host;
  const { sidebar, dialogs, toasts } = host.view();
  return {
    id: workbook.id,
    version: workbook.version,
    name: workbook.name,
    file: host.file ?? null,
    isSaved: host.file?.endsWith(".json") ?? false,
    unsaved: host.unsaved(),
    canOpen,
    user: state.user,
    locale: workbook.locale,
    timeZone: workbook.timeZone,
    clock: { ...civilClock(host), zone: host.workbook.timeZone, isHeld: isHeld(host) },
    sheets: workbook.sheets.map((sheet) => sheetInfo(workbook, sheet)),
    chosen: chosenPlace(host),
    menus: host.menu(),
    questions,
    sidebar: panelInfo(sidebar),
    dialog: panelInfo(dialogs[dialogs.length - 1]),
    toasts: toasts.map(({ title, message }, id) => ({ id, title, text: message })).slice(-1),
    executions: host.executions().length,
    mails: host.outbox().length,
  };
}

function chosenPlace({ state }: Driver): PageState["chosen"] {
  const { sheetId: sheet, rect, byScript } = activePlace(state);
  return { sheet, ...rect, byScript };
}

function sheetInfo(book: Workbook, sheet: Sheet): SheetInfo {
  const rows = hiddenRows(book, sheet);
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.hidden,
    tabColor: sheet.tabColor,
    maxRows: sheet.maxRows,
    maxColumns: sheet.maxColumns,
    usedRows: sheet.rows.length,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    widths: sheet.columns.map(({ width }) => width),
    hiddenColumns: sheet.columns.flatMap(({ hidden }, index) => (hidden ? [index] : [])),
    hiddenRows: rows.hidden,
    filteredRows: rows.filtered,
    filter: sheet.filter && {
      area: sheet.filter.rect,
      columns: Object.keys(sheet.filter.columns).map(Number),
    },
    charts: chartsOf(book, sheet),
  };
}

function panelInfo(page: OpenPage | null | undefined): Panel | null {
  if (!page) return null;
  const { id, title, width, height, kind } = page;
  return { id: String(id), title, width, height, isModal: kind === "modal" };
}
