import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartType,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
} from "chart.js";
import { useEffect, useRef } from "preact/hooks";
import type { WireChart } from "../../wire";
import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { theGrid } from "../state/the-grid";

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
);

/** How the page draws what Sheets would; Google's own look differs. */
const drawn: Readonly<Record<string, { readonly type: ChartType; readonly axis?: "y" }>> = {
  COLUMN: { type: "bar" },
  BAR: { type: "bar", axis: "y" },
  LINE: { type: "line" },
  AREA: { type: "line" },
  PIE: { type: "pie" },
};
const COLORS = ["#4285f4", "#ea4335", "#fbbc04", "#34a853", "#ff6d01", "#46bdc6"];

/** The charts of the sheet in view, over its cells; they move with them. */
export function Charts() {
  const sheet = usePart(client, ({ sheet: id, page }) =>
    page?.sheets.find((each) => each.id === id),
  );
  usePart(client, ({ moved }) => moved);
  const place = sheet?.charts.length ? theGrid()?.cellPlace(1, 1) : null;
  if (!sheet || !place) return null;
  const { left, top, width, height } = place.cells;
  return (
    <div class="charts" style={boxStyle({ left, top, width, height })}>
      {sheet.charts.map((chart) => (
        <DrawnChart key={`${sheet.id} ${chart.id}`} chart={chart} left={left} top={top} />
      ))}
    </div>
  );
}

const boxStyle = (box: Readonly<Record<"left" | "top" | "width" | "height", number>>) =>
  Object.fromEntries(Object.entries(box).map(([side, pixels]) => [side, `${pixels}px`]));

function DrawnChart(props: {
  readonly chart: WireChart;
  readonly left: number;
  readonly top: number;
}) {
  const { chart, left, top } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const content = JSON.stringify(chart);
  useEffect(() => {
    if (!canvas.current) return undefined;
    const made = new Chart(canvas.current, settingsOf(JSON.parse(content) as WireChart));
    return () => made.destroy();
  }, [content]);
  const box = theGrid()?.cellPlace(chart.row, chart.column)?.box;
  if (!box) return null;
  const style = boxStyle({
    left: box.x - left + chart.x,
    top: box.y - top + chart.y,
    width: chart.width,
    height: chart.height,
  });
  return (
    <figure class="chart" style={style}>
      {drawn[chart.type] ? (
        <canvas
          ref={canvas}
          width={chart.width - 24}
          height={chart.height - 24}
          role="img"
          aria-label={`Chart: ${chart.title}`}
        />
      ) : (
        <figcaption>
          {chart.title}: the local host doesn't draw charts of this kind ({chart.type.toLowerCase()}
          ).
        </figcaption>
      )}
    </figure>
  );
}

function settingsOf({ type, title, isStacked, labels, series }: WireChart) {
  const how = drawn[type];
  const isPie = how?.type === "pie";
  const scale = { stacked: isStacked };
  return {
    type: how?.type ?? ("bar" as const),
    data: {
      labels: [...labels],
      datasets: series.map(({ name, values }, at) => ({
        label: name,
        data: [...values],
        fill: type === "AREA",
        backgroundColor: isPie ? COLORS : COLORS[at % COLORS.length],
        borderColor: isPie ? "#fff" : COLORS[at % COLORS.length],
      })),
    },
    options: {
      animation: false as const,
      responsive: false,
      ...(how?.axis && { indexAxis: how.axis }),
      plugins: {
        title: { display: title !== "", text: title, align: "start" as const },
        legend: { display: series.length > 1 || isPie },
      },
      scales: isPie ? {} : { x: scale, y: scale },
    },
  };
}
