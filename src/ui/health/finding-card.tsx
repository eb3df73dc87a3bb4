import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { runAtHome } from "../home/run-at-home";
import { Button } from "../parts/button";
import { CellLink } from "../parts/cell-link";
import { open } from "../shell/router";

type Finding = Output<"check-health">["rows"][number];

/** Checks whose findings are dealt with on another screen. */
const otherActions: {
  readonly [C in Finding["check"]]?: { readonly label: string; readonly go: () => void };
} = {
  "changed-rows": { label: "Process again", go: () => open({ screen: "judge-again" }) },
  "missed-days": {
    label: "Run now",
    go: runAtHome,
  },
};

/** One finding: its cell, what is wrong, and what can be done about it. */
export function FindingCard(props: {
  readonly finding: Finding;
  readonly isBusy: boolean;
  readonly onRepair: (how: Finding["repairs"][number]["how"]) => void;
}) {
  const { finding, isBusy, onRepair } = props;
  const { check, table, key, column, message, repairs } = finding;
  const other = otherActions[check];
  return (
    <li class="entry">
      <CellLink table={table} row={key} column={column} />
      <p>{text.said(message)}</p>
      {(repairs.length > 0 || other) && (
        <div class="buttons">
          {repairs.map(({ how, label }) => (
            <Button
              key={how}
              isBusy={isBusy}
              label={`${label}: ${finding.id}`}
              onClick={() => onRepair(how)}
            >
              {label}
            </Button>
          ))}
          {other && <Button onClick={other.go}>{other.label}</Button>}
        </div>
      )}
    </li>
  );
}
