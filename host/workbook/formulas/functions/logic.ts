import type { FormulaFunction } from "../values/context";
import { flat, isFault, isGrid, toLogical } from "../values/values";

/** AND, OR and the questions about a value. IF and IFERROR choose what to compute, so they are in evaluate.ts. */
export const logic = {
  AND: (args) => conditions(args).every(Boolean),
  OR: (args) => conditions(args).some(Boolean),
  XOR: (args) => conditions(args).filter(Boolean).length % 2 === 1,
  NOT: ([value]) => !toLogical(value),
  TRUE: () => true,
  FALSE: () => false,
  NA: () => ({ fault: "#N/A" }),
  ISBLANK: ([value = null]) => first(value) === null,
  ISNUMBER: ([value = null]) => typeof first(value) === "number",
  ISTEXT: ([value = null]) => typeof first(value) === "string",
  ISLOGICAL: ([value = null]) => typeof first(value) === "boolean",
  ISERROR: ([value = null]) => isFault(first(value)),
  ISNA: ([value = null]) => {
    const one = first(value);
    return isFault(one) && one.fault === "#N/A";
  },
} satisfies Readonly<Record<string, FormulaFunction>>;

function first(value: Parameters<FormulaFunction>[0][number]) {
  return isGrid(value) ? (value.cells[0] ?? null) : value;
}

function conditions(args: Parameters<FormulaFunction>[0]): boolean[] {
  return args.flatMap((arg) =>
    isGrid(arg)
      ? flat([arg])
          .filter((cell) => cell !== null && typeof cell !== "string")
          .map(Boolean)
      : [toLogical(arg)],
  );
}
