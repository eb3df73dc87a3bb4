import { call } from "../state/call";
import { showToast } from "./toast";

/** Where something is: tab, row and column; pressed, the sheet goes to that cell, its row being found by key. */
export function CellLink(props: {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}) {
  const { table, row, column } = props;
  const show = async () => {
    const reply = await call("show-cell", { table, key: row, column });
    showToast(reply.ok ? `Selected ${reply.output.a1} on ${table}.` : reply.error.message);
  };
  return (
    <button type="button" class="link small" onClick={() => void show()}>
      <span class="unseen">Show </span>
      {[table, row, column].filter(Boolean).join(" › ")}
    </button>
  );
}
