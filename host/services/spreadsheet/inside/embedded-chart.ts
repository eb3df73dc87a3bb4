import type { ServiceClass } from "../../../realm/inside/define-class";
import { exception } from "../../../realm/inside/exception";
import { chain } from "../../../realm/inside/kit";
import type { Context, Place } from "./context";

/** A chart as the workbook stores it: what it shows and how; the host itself never draws it. */
interface Chart {
  readonly sheet: number;
  readonly places: readonly Place[];
  readonly data: {
    readonly id: number;
    readonly type: string;
    readonly options: Readonly<Record<string, unknown>>;
    readonly position: readonly number[];
    readonly headers: number;
    readonly transposed: boolean;
  };
}

interface Draft {
  chart: Chart;
}

interface KeptChart {
  readonly rects: readonly Omit<Place, "sheet">[];
  readonly data: Chart["data"];
}

const types = ["Area", "Bar", "Column", "Combo", "Histogram", "Line", "Pie", "Scatter", "Table"];

/** EmbeddedChart and its builder. */
export const defineEmbeddedChart = ({ kit, range, placeOf }: Context) => {
  const change = (draft: Draft, data: Partial<Chart["data"]>): typeof chain => {
    draft.chart = { ...draft.chart, data: { ...draft.chart.data, ...data } };
    return chain;
  };
  const ranges = (draft: Draft, places: readonly Place[]): typeof chain => {
    draft.chart = { ...draft.chart, places };
    return chain;
  };
  const as: Record<string, (draft: Draft) => unknown> = {};
  for (const type of types)
    as[`as${type}Chart`] = (draft) => change(draft, { type: type.toUpperCase() });
  const same = (one: Place, two: Place): boolean =>
    one.sheet === two.sheet &&
    one.row === two.row &&
    one.column === two.column &&
    one.rows === two.rows &&
    one.columns === two.columns;
  const containers = kit.define<readonly number[]>("SpreadsheetApp.ContainerInfo", {
    getAnchorRow: ([row]) => row,
    getAnchorColumn: ([, column]) => column,
    getOffsetX: ([, , x]) => x,
    getOffsetY: ([, , , y]) => y,
  });
  const chartOptions = kit.define<Chart["data"]["options"]>("SpreadsheetApp.ChartOptions", {
    get: (options, name: string) => options[name] ?? null,
    getOrDefault: (options, name: string, fallback: unknown) => options[name] ?? fallback,
  });
  const builders: ServiceClass<Draft> = kit.define<Draft>("SpreadsheetApp.EmbeddedChartBuilder", {
    ...as,
    addRange: (draft, target: unknown) => ranges(draft, [...draft.chart.places, placeOf(target)]),
    removeRange: (draft, target: unknown) =>
      ranges(
        draft,
        draft.chart.places.filter((place) => !same(place, placeOf(target))),
      ),
    clearRanges: (draft) => ranges(draft, []),
    getRanges: ({ chart }) => chart.places.map(range),
    getChartType: ({ chart }) => kit.enumeration("ChartType")[chart.data.type],
    setChartType: (draft, type: unknown) => change(draft, { type: String(type) }),
    setNumHeaders: (draft, headers: number) => change(draft, { headers }),
    setTransposeRowsAndColumns: (draft, transposed: boolean) => change(draft, { transposed }),
    setPosition: (draft, row: number, column: number, x: number, y: number) =>
      change(draft, { position: [row, column, x, y] }),
    setOption: (draft, name: string, value: unknown) =>
      change(draft, { options: { ...draft.chart.data.options, [name]: value } }),
    getContainer: ({ chart }) => containers.make(chart.data.position),
    build: ({ chart }) => charts.make(chart),
  });
  const charts: ServiceClass<Chart> = kit.define<Chart>("SpreadsheetApp.EmbeddedChart", {
    getChartId: ({ data }) => data.id,
    getRanges: ({ places }) => places.map(range),
    getNumHeaders: ({ data }) => data.headers,
    getOptions: ({ data }) => chartOptions.make(data.options),
    getTransposeRowsAndColumns: ({ data }) => data.transposed,
    getContainerInfo: ({ data }) => containers.make(data.position),
    modify: (chart) => builders.make({ chart }),
  });
  const kept = (sheet: number): readonly KeptChart[] =>
    JSON.parse(String(kit.ask("kept.get", sheet, "charts"))) as readonly KeptChart[];
  const put = (sheet: number, list: readonly KeptChart[]): void =>
    void kit.ask("kept.set", sheet, "charts", JSON.stringify(list));
  const toKept = ({ places, data }: Chart, id: number): KeptChart => ({
    rects: places.map(({ row, column, rows, columns }) => ({ row, column, rows, columns })),
    data: { ...data, id },
  });
  const chartOf = (value: unknown): Chart => {
    const chart = charts.stateOf(value);
    if (chart === undefined) throw exception("The value is no EmbeddedChart.");
    return chart;
  };
  return {
    builder: (sheet: number): object => {
      const data = { id: 0, type: "COLUMN", options: {}, position: [1, 1, 0, 0], headers: 0 };
      return builders.make({ chart: { sheet, places: [], data: { ...data, transposed: false } } });
    },
    read: (sheet: number): object[] =>
      kept(sheet).map(({ rects, data }) =>
        charts.make({ sheet, places: rects.map((rect) => ({ ...rect, sheet })), data }),
      ),
    insert: (sheet: number, value: unknown): void => {
      const list = kept(sheet);
      const id = list.reduce((most, each) => Math.max(most, each.data.id), 0) + 1;
      put(sheet, [...list, toKept(chartOf(value), id)]);
    },
    update: (sheet: number, value: unknown): void => {
      const chart = chartOf(value);
      const { id } = chart.data;
      put(
        sheet,
        kept(sheet).map((each) => (each.data.id === id ? toKept(chart, id) : each)),
      );
    },
    remove: (sheet: number, value: unknown): void => {
      const { id } = chartOf(value).data;
      put(
        sheet,
        kept(sheet).filter((each) => each.data.id !== id),
      );
    },
  };
};
