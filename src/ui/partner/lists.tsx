import type { ComponentChildren } from "preact";
import { DripCard } from "../drips/drip-card";
import { noDrips } from "../drips/no-drips";
import type { IconName } from "../parts/icon";
import { ListSearch } from "../parts/list-search";
import type { EmptyText } from "../parts/list-states";
import { PageList } from "../parts/page-list";
import { PayoutLine } from "../payouts/payout-line";
import { openReward } from "../rewards/opened-reward";
import { RewardLine } from "../rewards/reward-line";
import { open } from "../shell/router";
import { asPage, type Pages, usePages } from "../state/use-pages";
import { type Search, useSearch } from "../state/use-search";
import { openManualReward, type PartnerShown } from "./partner-head";

/** A list within a record, with its search, in all its states. */
export function RecordList<O, R>(props: {
  readonly list: Pages<O, R>;
  readonly search: Search;
  readonly id: string;
  readonly icon: IconName;
  readonly noun: string;
  /** What its search looks at: "Text, customer or key". */
  readonly hint: string;
  readonly none: EmptyText;
  readonly row: (row: R) => ComponentChildren;
}) {
  const { list, search, id, icon, noun, hint, none, row } = props;
  const noMatch = { title: `No ${noun} matches`, advice: "Try another word." };
  return (
    <>
      <ListSearch
        search={search}
        id={`${id}-search`}
        label={`Find ${noun}s. ${hint}`}
        hint={hint}
        rows={list.total}
      />
      <PageList
        list={list}
        noun={noun}
        icon={icon}
        none={search.query === "" ? none : noMatch}
        row={row}
      />
    </>
  );
}

interface Props {
  readonly partner: PartnerShown;
}

export function PartnerRewards({ partner }: Props) {
  const search = useSearch(`rewards of ${partner.key}`);
  const input = { partner: partner.key, search: search.query };
  return (
    <RecordList
      list={usePages("list-rewards", input, asPage)}
      search={search}
      id="partner-rewards"
      icon="review"
      noun="reward"
      hint="Amount, day, customer or text"
      none={{
        title: "No rewards yet",
        advice: "Triggers make them, and you can add one manually.",
        act: { label: "Add a manual reward", go: () => openManualReward(partner) },
      }}
      row={(reward) => (
        <RewardLine
          key={reward.key}
          reward={reward}
          isOfOnePartner
          onOpen={() => openReward(reward.key)}
        />
      )}
    />
  );
}

export function PartnerDrips({ partner: { key: partner } }: Props) {
  const search = useSearch(`drips of ${partner}`);
  return (
    <RecordList
      list={usePages("list-drips", { partner, search: search.query }, asPage)}
      search={search}
      id="partner-drips"
      icon="drop"
      noun="drip"
      hint="Customer, text or key"
      none={noDrips}
      row={(drip) => <DripCard key={drip.key} drip={drip} />}
    />
  );
}

export function PartnerPayouts({ partner: { key: partner } }: Props) {
  const search = useSearch(`payouts of ${partner}`);
  return (
    <RecordList
      list={usePages("list-payouts", { partner, search: search.query }, asPage)}
      search={search}
      id="partner-payouts"
      icon="invoice"
      noun="payout"
      hint="Month, amount or reference"
      none={{
        title: "No payouts yet",
        advice: "They are made when an invoice is finalized.",
        act: { label: "See the invoices", go: () => open({ screen: "invoices" }) },
      }}
      row={(payout) => <PayoutLine key={payout.key} payout={payout} />}
    />
  );
}
