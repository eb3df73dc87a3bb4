import type { Output } from "../../engine/contract/contract";

/** An answer of the application form, as the list shows it. */
export type Application = Output<"list-applications">["rows"][number];
