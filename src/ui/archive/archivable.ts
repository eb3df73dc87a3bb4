import type { Input } from "../../engine/contract/contract";

/** A record that can be archived: its table, key and name. */
export interface Archivable {
  readonly table: Input<"archive-record">["table"];
  readonly key: string;
  readonly name: string;
}
