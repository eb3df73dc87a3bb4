import { text } from "../format/text";
import { call } from "../state/call";
import { showToast } from "./toast";

/** A link to a cell by tab, row key and column; clicking selects the cell in the sheet. */
export function CellLink(props: {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}) {
  const { table, row, column } = props;
  const show = async () => {
    const reply = await call("show-cell", { table, key: row, column });
    showToast(reply.ok ? `Selected ${reply.output.a1} on ${table}.` : text.refused(reply.error));
  };
  return (
    <button type="button" class="link small" onClick={() => void show()}>
      <span class="unseen">Show </span>
      {[table, row, column].filter(Boolean).join(" › ")}
    </button>
  );
}
