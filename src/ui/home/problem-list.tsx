import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { CellLink } from "../parts/cell-link";
import { Icon } from "../parts/icon";

/** More than this many stay folded until opened. */
const FEW = 3;

/** The cells that could not be read at the last run, each with a link to it. */
export function ProblemList(props: {
  readonly count: number;
  readonly problems: Output<"home">["problems"];
}) {
  const { count, problems } = props;
  const beyond = count - problems.length;
  return (
    <details class="problems" open={problems.length <= FEW}>
      <summary class="row warn">
        <Icon name="warning" />
        <span class="grow">
          <span class="strong">{text.count(count, "problem")} in the sheets</span>
        </span>
        <Icon name="down" />
      </summary>
      <ul>
        {problems.map(({ table, row, column, message }) => (
          <li class="problem" key={`${table} ${row} ${column} ${text.said(message)}`}>
            <CellLink table={table} row={row} column={column} />
            <p>{text.said(message)}</p>
          </li>
        ))}
      </ul>
      <p class="faint problems-end">
        {beyond > 0 && `${beyond} more are in the notes of their cells. `}
        Fix a cell and the next run picks it up.
      </p>
    </details>
  );
}
