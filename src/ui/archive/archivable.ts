import type { Output } from "../../engine/contract/contract";

/** A record that can be archived: its table, key and name. */
export interface Archivable {
  readonly table: Output<"archive-record">["table"];
  readonly key: string;
  readonly name: string;
}
