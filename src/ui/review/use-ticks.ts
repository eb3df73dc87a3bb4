import { useState } from "preact/hooks";
import type { Input } from "../../engine/contract/contract";
import { text } from "../format/text";
import { showToast } from "../parts/toast";
import { call } from "../state/call";
import { type Decidable, decidables, type Ticked } from "./selection";

type Found = Input<"choose-rewards">;
const NO_GROUPS: ReadonlyMap<string, readonly string[]> = new Map();

/** The rewards that are ticked: one by one, all that `found` finds, or all of a group of it. */
export function useTicks(found: Found) {
  const [ticked, setTicked] = useState<Ticked>(new Map());
  /** The keys of groups that were ticked as a whole. */
  const [groups, setGroups] = useState(NO_GROUPS);
  /** Unticks all but these. */
  const clear = (left: readonly Decidable[] = []) => {
    setTicked(new Map(left.map((each) => [each.key, each])));
    setGroups(NO_GROUPS);
  };
  const read = async (more: Found) => {
    const reply = await call("choose-rewards", { ...found, ...more });
    if (!reply.ok) {
      showToast(text.refused(reply.error));
      return undefined;
    }
    const rows = decidables(reply.output);
    const rest = reply.output.more;
    if (rest > 0) {
      showToast(
        `${text.count(rows.length, "reward")} ticked, ${text.number(rest)} are not: decide on these first.`,
      );
    }
    return rows.map((row) => [row.key, row] as const);
  };
  return {
    ticked,
    setTicked,
    clear,
    tickAll: async () => {
      const rows = await read({});
      if (rows) setTicked(new Map(rows));
    },
    isGroupTicked: (key: string) => groups.get(key)?.every((each) => ticked.has(each)) ?? false,
    tickGroup: async (key: string, filter: Found, isTicked: boolean) => {
      const rows = isTicked ? await read(filter) : [];
      if (!rows) return;
      const old = groups.get(key) ?? [];
      setTicked(
        (before) => new Map([...[...before].filter(([each]) => !old.includes(each)), ...rows]),
      );
      setGroups(
        new Map(groups).set(
          key,
          rows.map(([each]) => each),
        ),
      );
    },
  };
}
