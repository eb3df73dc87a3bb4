import type { ComponentChildren } from "preact";
import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { capitalize } from "../format/words";
import { Icon } from "../parts/icon";
import { type EmptyText, ListStates } from "../parts/list-states";
import type { Loaded } from "../state/use-load";
import type { Grouping } from "./filters";
import { countWithSums } from "./selection";

export type Group = Output<"sum-rewards">["groups"][number];

const without: { readonly [G in Grouping]: string } = {
  partner: "No partner",
  trigger: "By no trigger",
  status: "No status",
  reason: "No reason",
};

/** Rewards in groups that fold, each with its number and sum; one is open at a time, and drawn by `children`. */
export function Groups(props: {
  readonly loaded: Loaded<"sum-rewards">;
  readonly by: Grouping;
  readonly opened: string | undefined;
  readonly none: EmptyText;
  readonly onOpened: (key: string | undefined) => void;
  readonly isTicked: (group: Group) => boolean;
  readonly onTick: (group: Group, isTicked: boolean) => void;
  readonly children: ComponentChildren;
}) {
  const { loaded, by, opened, none, onOpened, isTicked, onTick, children } = props;
  return (
    <ListStates loaded={loaded} isEmpty={({ count }) => count === 0} icon="done" none={none}>
      {({ groups, count, sums, more }) => (
        <>
          <p class="small faint total" role="status">
            {countWithSums(count, sums)}
          </p>
          {groups.map((group) => {
            const name = capitalize(group.name) || without[by];
            const isOpen = opened === group.key;
            return (
              <section key={group.key} class="fold" aria-label={name}>
                <h2 class="line">
                  <input
                    type="checkbox"
                    aria-label={`Choose all of ${name}`}
                    checked={isTicked(group)}
                    onChange={({ currentTarget }) => onTick(group, currentTarget.checked)}
                  />
                  <button
                    type="button"
                    class="line grow"
                    aria-expanded={isOpen}
                    onClick={() => onOpened(isOpen ? undefined : group.key)}
                  >
                    <span class="grow">{name}</span>
                    <span class="small faint">{countWithSums(group.count, group.sums)}</span>
                    <Icon name="down" />
                  </button>
                </h2>
                {isOpen && children}
              </section>
            );
          })}
          {more > 0 && <p class="faint">and {text.count(more, "more group")}: filter them first</p>}
        </>
      )}
    </ListStates>
  );
}
