import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Call, Output } from "../../engine/contract";
import { DripCard } from "../drips/drip-card";
import type { IconName } from "../parts/icon";
import { ListStates } from "../parts/list-states";
import { Pager } from "../parts/pager";
import { PayoutLine } from "../payouts/payout-line";
import { RewardLine } from "../rewards/reward-line";
import { type Loaded, useLoad } from "../state/use-load";
import type { PartnerShown } from "./partner-head";

type PagedCall = {
  [C in Call]: Output<C> extends { readonly rows: readonly unknown[]; readonly pages: number }
    ? C
    : never;
}[Call];

/** A paged list of one partner, in all its states. */
export function PagedList<C extends PagedCall>(props: {
  readonly loaded: Loaded<C>;
  readonly icon: IconName;
  readonly noun: string;
  readonly advice: string;
  readonly onPage: (page: number) => void;
  readonly row: (row: Output<C>["rows"][number]) => ComponentChildren;
}) {
  const { loaded, icon, noun, advice, onPage, row } = props;
  return (
    <ListStates
      loaded={loaded}
      isEmpty={({ total }) => total === 0}
      icon={icon}
      none={{ title: `No ${noun}s yet`, advice }}
    >
      {(page) => (
        <>
          <ul class="card">{page.rows.map(row)}</ul>
          <Pager of={page} noun={noun} onPage={onPage} />
        </>
      )}
    </ListStates>
  );
}

interface Props {
  readonly partner: PartnerShown;
}

export function PartnerRewards({ partner: { key: partner } }: Props) {
  const [page, setPage] = useState(1);
  return (
    <PagedList
      loaded={useLoad("list-rewards", { partner, page })}
      icon="review"
      noun="reward"
      advice="Triggers grant them; a manual reward is made by hand."
      onPage={setPage}
      row={(reward) => <RewardLine key={reward.key} reward={reward} isOfOnePartner />}
    />
  );
}

export function PartnerDrips({ partner: { key: partner } }: Props) {
  const [page, setPage] = useState(1);
  return (
    <PagedList
      loaded={useLoad("list-drips", { partner, page })}
      icon="drop"
      noun="drip"
      advice="A trigger starts them when a customer or a sale meets its rules."
      onPage={setPage}
      row={(drip) => <DripCard key={drip.key} drip={drip} />}
    />
  );
}

export function PartnerPayouts({ partner: { key: partner } }: Props) {
  const [page, setPage] = useState(1);
  return (
    <PagedList
      loaded={useLoad("list-payouts", { partner, page })}
      icon="invoice"
      noun="payout"
      advice="They are made when an invoice becomes final."
      onPage={setPage}
      row={(payout) => <PayoutLine key={payout.key} payout={payout} />}
    />
  );
}
