import type { ComponentChildren } from "preact";
import type { Input } from "../../engine/contract/contract";

export type FieldId = keyof Input<"save-trigger"> & string;

/** Draws a field of the trigger with its error. */
export type DrawField = (props: {
  readonly id: FieldId;
  readonly label?: string;
  readonly hint?: string;
  readonly hidesOptional?: boolean;
}) => ComponentChildren;
