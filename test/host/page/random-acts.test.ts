import fc from "fast-check";
import type * as Host from "../../../host";
import type { CallName, Input } from "../../../host/page/calls";
import { answerCall } from "../../../host/page/server/answer-call";
import { pageState } from "../../../host/page/server/page-state";
import { rowWindow } from "../../../host/page/server/row-windows";
import type { SheetInfo } from "../../../host/page/wire";
import { openCode } from "../../support/host";

type PageFilter = SheetInfo["filter"];

/** Random sequences in `npm test`; more in the long mode. */
const runs = Number(process.env.LAWS_RUNS ?? 30);
const [height, width] = [7, 5];

const code = `function look() {
  const sheet = SpreadsheetApp.getActive().getSheets()[0];
  const lines = (count, test) => Array.from({ length: count }, (_, n) => n + 1).filter(test);
  return {
    frozen: [sheet.getFrozenRows(), sheet.getFrozenColumns()],
    hiddenRows: lines(sheet.getMaxRows(), (row) => sheet.isRowHiddenByUser(row)),
    filteredRows: lines(sheet.getMaxRows(), (row) => sheet.isRowHiddenByFilter(row)),
    hiddenColumns: lines(sheet.getMaxColumns(), (column) => sheet.isColumnHiddenByUser(column)),
    filter: sheet.getFilter() === null ? null : sheet.getFilter().getRange().getA1Notation(),
    shown: sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).getDisplayValues(),
  };
}
function shrink() {
  const sheet = SpreadsheetApp.getActive().getSheets()[0];
  sheet.deleteRows(${height + 1}, sheet.getMaxRows() - ${height});
  sheet.deleteColumns(${width + 1}, sheet.getMaxColumns() - ${width});
}`;

type Axis = "rows" | "columns";
/** A row or column of the plain model; cells are kept beside it, by the two lines that cross in them. */
type Line = { hidden: boolean; filtered: boolean; without: string | null };
type Model = {
  readonly rows: Line[];
  readonly columns: Line[];
  readonly frozen: Record<Axis, number>;
  readonly cells: Map<Line, Map<Line, string>>;
};
type Act = { readonly name: CallName; readonly input: Readonly<Record<string, unknown>> };

const line = fc.integer({ min: 1, max: 8 });
const few = fc.integer({ min: 1, max: 3 });
const axis = fc.constantFrom<Axis>("rows", "columns");
const word = fc.constantFrom("a", "b", "7", "12", "");
const called =
  <N extends CallName>(name: N) =>
  (input: Omit<Input<N>, "sheet">): Act => ({ name, input });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ axis, before: line, count: few }).map(called("insert-lines")),
  fc.record({ axis, first: line, count: few }).map(called("delete-lines")),
  fc.record({ axis, first: line, count: few, hidden: fc.boolean() }).map(called("hide-lines")),
  fc.record({ axis, first: line, count: few, before: line }).map(called("move-lines")),
  fc.record({ axis, count: fc.integer({ min: 0, max: 8 }) }).map(called("freeze")),
  fc
    .tuple(line, line, word)
    .map(([row, column, text]) => called("type")({ row, column, texts: [[text]], by: "person" })),
  fc.record({ row: line, column: line, rows: few, columns: few }).map(called("create-filter")),
  fc.constant<Act>({ name: "remove-filter", input: {} }),
  fc.tuple(line, fc.option(word)).map(([column, text]) =>
    called("filter-column")({
      column,
      by: text === null ? null : { hidden: [text], criteria: null, values: [] },
    }),
  ),
);

/** What the sheet holds at first. */
const filled = fc.array(fc.array(word, { minLength: width, maxLength: width }), {
  minLength: height,
  maxLength: height,
});

const newLine = (): Line => ({ hidden: false, filtered: false, without: null });
const newModel = (): Model => ({
  rows: Array.from({ length: height }, newLine),
  columns: Array.from({ length: width }, newLine),
  frozen: { rows: 0, columns: 0 },
  cells: new Map(),
});

/** Whether the plain model takes the act; it then has changed. */
function takes(model: Model, { name, input }: Act, filter: PageFilter): boolean {
  const at = input.axis as Axis;
  const lines = model[at] ?? [];
  const [first, count, before] = [input.first, input.count, input.before].map(Number) as [
    number,
    number,
    number,
  ];
  const isInside = first + count - 1 <= lines.length;
  switch (name) {
    case "insert-lines":
      if (before > lines.length) return before === lines.length + 1 && grow(model, at, count);
      lines.splice(before - 1, 0, ...Array.from({ length: count }, newLine));
      if (before <= model.frozen[at]) model.frozen[at] += count;
      return true;
    case "delete-lines": {
      const frozen = Math.max(0, Math.min(model.frozen[at] - first + 1, count));
      if (!isInside || lines.length - count <= model.frozen[at] - frozen) return false;
      lines.splice(first - 1, count);
      model.frozen[at] -= frozen;
      return true;
    }
    case "hide-lines":
      if (!isInside) return false;
      if (input.hidden && lines.every((each, n) => each.hidden || isAmong(n, first, count)))
        return false;
      for (const [n, each] of lines.entries())
        if (isAmong(n, first, count)) each.hidden = input.hidden === true;
      return true;
    case "move-lines": {
      if (!isInside || before > lines.length + 1) return false;
      if (before >= first && before <= first + count) return true;
      const moved = lines.splice(first - 1, count);
      lines.splice((before > first ? before - count : before) - 1, 0, ...moved);
      return true;
    }
    case "freeze":
      if (count > lines.length) return false;
      if (count > 0 && lines.slice(count).every(({ hidden }) => hidden)) return false;
      model.frozen[at] = count;
      return true;
    case "type":
      return write(model, input as unknown as Input<"type">);
    case "create-filter":
      return filter === null && reaches(model, input as unknown as Input<"create-filter">);
    case "remove-filter":
      for (const each of [...model.rows, ...model.columns])
        Object.assign(each, { filtered: false, without: null });
      return true;
    case "filter-column":
      return applyFilter(model, input as unknown as Input<"filter-column">, filter);
    default:
      throw new Error(`The model does not know ${name}.`);
  }
}

const isAmong = (index: number, first: number, count: number): boolean =>
  index + 1 >= first && index + 1 < first + count;

function grow(model: Model, at: Axis, count: number): boolean {
  model[at].push(...Array.from({ length: count }, newLine));
  return true;
}

function write(model: Model, { row, column, texts }: Input<"type">): boolean {
  for (const [r, line] of texts.entries())
    for (const [c, text] of line.entries()) {
      while (model.rows.length < row + r) model.rows.push(newLine());
      while (model.columns.length < column + c) model.columns.push(newLine());
      const [across, down] = [model.rows[row + r - 1], model.columns[column + c - 1]];
      const cells = model.cells.get(across as Line) ?? new Map<Line, string>();
      model.cells.set(across as Line, cells.set(down as Line, text));
    }
  return true;
}

/** A filter must lie in the grid; one of a single cell takes what the sheet holds. */
const reaches = (model: Model, area: Input<"create-filter">): boolean =>
  (area.rows === 1 && area.columns === 1) ||
  (area.row + area.rows - 1 <= model.rows.length &&
    area.column + area.columns - 1 <= model.columns.length);

function applyFilter(
  model: Model,
  { column, by }: Input<"filter-column">,
  filter: PageFilter,
): boolean {
  if (filter === null) return false;
  const { area } = filter;
  if (column < area.column || column >= area.column + area.columns) return false;
  const chosen = model.columns[column - 1] as Line;
  chosen.without = by?.hidden[0] ?? null;
  for (const [n, row] of model.rows.entries())
    row.filtered =
      isAmong(n, area.row + 1, area.rows - 1) &&
      model.columns.some(
        (each) => each.without !== null && each.without === textAt(model, row, each),
      );
  return true;
}

const textAt = ({ cells }: Model, row: Line, column: Line): string =>
  cells.get(row)?.get(column) ?? "";

/** What lies outside the filter is forgotten, as the filter itself moves with its lines. */
function forget(model: Model, filter: PageFilter): void {
  const { row = 0, column = 0, rows = 0, columns = 0 } = filter?.area ?? {};
  for (const [n, each] of model.rows.entries())
    if (!isAmong(n, row + 1, rows - 1)) each.filtered = false;
  for (const [n, each] of model.columns.entries())
    if (!isAmong(n, column, columns)) each.without = null;
}

const linesIn = (flat: readonly number[]): number[] =>
  flat.flatMap((first, n) =>
    n % 2 === 0
      ? Array.from({ length: (flat[n + 1] ?? 0) - first + 1 }, (_, k) => first + k + 1)
      : [],
  );
const wherever = (lines: readonly Line[], test: (line: Line) => boolean): number[] =>
  lines.flatMap((each, n) => (test(each) ? [n + 1] : []));

/** What the page is told of the sheet, and what it shows in its cells. */
function onPage(host: Host.Driver) {
  const [info] = pageState(host, false, "").sheets;
  const [sheet] = host.workbook.sheets;
  if (info === undefined || sheet === undefined) throw new Error("A workbook has a sheet.");
  const window = rowWindow(host.workbook, sheet, 0, 100).rows;
  return {
    frozen: [info.frozenRows, info.frozenColumns],
    hiddenRows: linesIn(info.hiddenRows),
    filteredRows: linesIn(info.filteredRows),
    hiddenColumns: info.hiddenColumns.map((column) => column + 1),
    shown: Array.from({ length: info.maxRows }, (_row, r) =>
      Array.from({ length: info.maxColumns }, (_column, c) => window[r]?.texts[c] ?? ""),
    ),
  };
}

const inModel = (model: Model) => ({
  frozen: [model.frozen.rows, model.frozen.columns],
  hiddenRows: wherever(model.rows, ({ hidden }) => hidden),
  filteredRows: wherever(model.rows, ({ filtered }) => filtered),
  hiddenColumns: wherever(model.columns, ({ hidden }) => hidden),
  shown: model.rows.map((row) => model.columns.map((column) => textAt(model, row, column))),
});

const filterOf = (host: Host.Driver): PageFilter =>
  pageState(host, false, "").sheets[0]?.filter ?? null;

test("random acts on the page show what a plain model of the sheet holds, to the page and to the script; all are taken back and done again", async () => {
  await fc.assert(
    fc.asyncProperty(
      filled,
      fc.array(act, { minLength: 1, maxLength: 20 }),
      async (texts, acts) => {
        const host = await openCode(code);
        await host.call("shrink");
        const model = newModel();
        const fill = called("type")({ row: 1, column: 1, texts, by: "person" });
        await answerCall(host, "type", { sheet: 0, ...fill.input } as never);
        takes(model, fill, null);
        const pictures = [onPage(host)];
        for (const each of acts) {
          const before = host.workbook.version;
          const isTaken = takes(model, each, filterOf(host));
          const answer = await answerCall(host, each.name, { sheet: 0, ...each.input } as never);
          expect({ ...each, ok: answer.ok }).toEqual({ ...each, ok: isTaken });
          if (!isTaken) expect(host.workbook.version).toBe(before);
          forget(model, filterOf(host));
          expect(onPage(host)).toEqual(inModel(model));
          if (host.workbook.version !== before) pictures.push(onPage(host));
        }
        const { result } = await host.call("look");
        expect(result).toMatchObject(inModel(model));

        // The first picture is of the full sheet: what was typed into it is the one act more.
        for (let n = pictures.length - 2; n >= 0; n -= 1) {
          expect(await answerCall(host, "undo", null)).toMatchObject({ ok: true });
          expect(onPage(host)).toEqual(pictures[n]);
        }
        expect(await answerCall(host, "undo", null)).toEqual({ ok: true, output: "typing" });
        expect(await answerCall(host, "undo", null)).toEqual({
          ok: false,
          message: "There is nothing to undo.",
        });
        expect(await answerCall(host, "redo", null)).toEqual({ ok: true, output: "typing" });
        for (const picture of pictures.slice(1)) {
          expect(await answerCall(host, "redo", null)).toMatchObject({ ok: true });
          expect(onPage(host)).toEqual(picture);
        }
      },
    ),
    { numRuns: runs },
  );
});
