import type { LineKind } from "../../engine/intake/import/move-row";
import type { FileRead } from "../../engine/intake/import/read-file";
import { Notice } from "../parts/notice";
import { answerWords, targetWords } from "./words";

/** Which columns must be chosen before any line can be taken. */
export function MissingColumns(props: {
  readonly missing: FileRead["missing"];
  readonly lines: LineKind;
}) {
  const { missing, lines } = props;
  if (missing.length === 0) return null;
  const words = lines === "applications" ? { ...targetWords, ...answerWords } : targetWords;
  const named = missing.map((each) => words[each].toLowerCase());
  return (
    <Notice tone="warning">
      <p>Choose the column that is the {named.join(", and the one that is the ")}.</p>
    </Notice>
  );
}
