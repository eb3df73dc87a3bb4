import type { FileColumn } from "../../engine/intake/import/guess-columns";
import type { Target } from "../../engine/intake/import/header-names";
import type { LineKind } from "../../engine/intake/import/move-row";
import {
  type OwnColumns,
  type OwnTarget,
  ownHeader,
  ownHeaderFor,
} from "../../engine/intake/import/own-cells";
import { Tag } from "../parts/tag";
import { answerWords, surenessWords, targetWords } from "./words";

/** A column is its place: two may have the same header. */
const placed = (column: FileColumn, at: number) => ({
  ...column,
  at,
  id: `${at} ${column.header}`,
});

/** What a column may be kept as under a header: as it stands, or as amounts, which are read like those of the sale. */
const keptAs = (header: string): readonly (readonly [OwnTarget, string])[] => [
  [`column:${header}`, `${header}: as it stands`],
  [`amount:${header}`, `${header}: amounts`],
];
/** Its own header first, then what is there already, and what it becomes where that is neither. */
const ownChoices = (columns: readonly FileColumn[], at: number, there: OwnColumns) => {
  const own = ownHeaderFor(
    columns.map(({ header }) => header),
    at,
    there,
  );
  const now = ownHeader(columns[at]?.target ?? null) ?? own;
  return [...new Set([own, ...there.ownColumns, now])].flatMap(keptAs);
};

/** The file's columns, three values of each, and what each becomes (IMPORT-2). */
export function ColumnsTable(props: {
  readonly columns: readonly FileColumn[];
  /** The columns of Transactions; undefined where the lines become something else. */
  readonly there: OwnColumns | undefined;
  readonly lines: LineKind;
  readonly onTarget: (at: number, target: Target | null) => void;
}) {
  const { columns, there, lines, onTarget } = props;
  const isForm = lines === "applications";
  return (
    <table class="import-columns">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">First values</th>
          <th scope="col">Becomes</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(placed).map(({ id, at, header, target, sure, samples }) => (
          <tr key={id} class={target === null ? "faint" : ""}>
            <th scope="row">{header || `Column ${at + 1}`}</th>
            <td>
              {[...new Set(samples)].map((sample) => (
                <span class="sample some-lines" key={sample}>
                  {sample}
                </span>
              ))}
            </td>
            <td class="field">
              <select
                aria-label={`${header || `Column ${at + 1}`} becomes`}
                value={target ?? ""}
                onChange={(event) => onTarget(at, (event.currentTarget.value || null) as never)}
              >
                <option value="">Left out</option>
                {Object.entries(isForm ? answerWords : targetWords).map(([each, label]) => (
                  <option key={each} value={each}>
                    {label}
                  </option>
                ))}
                {there && (
                  <optgroup label="A column of your own on Transactions">
                    {ownChoices(columns, at, there).map(([own, label]) => (
                      <option key={own} value={own}>
                        {label}
                      </option>
                    ))}
                  </optgroup>
                )}
              </select>
              {target !== null && surenessWords[sure] !== "" && (
                <Tag label={surenessWords[sure]} {...(sure === "guess" && { tone: "warning" })} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
