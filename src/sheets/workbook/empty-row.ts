import type { Raw } from "../codec/codec";
import type { TableSheet } from "./table-sheet";

export const emptyRow = ({ columns }: TableSheet): Raw[] => new Array<Raw>(columns.width).fill("");
