import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import { chosenPartner } from "../manual-reward/chosen-partner";
import { Button } from "../parts/button";
import { Tag } from "../parts/tag";
import { open } from "../shell/router";
import { Codes } from "./codes";
import { payoutText } from "./payout-text";

export type PartnerShown = Output<"show-partner">;

/** Opens the form of a manual reward for this partner. */
export function openManualReward({ key, name, email }: PartnerShown): void {
  chosenPartner.set({ key, name, about: joinWithDots([email, key]) });
  open({ screen: "manual-reward" });
}

/** Opens the form of a customer of this partner. */
export function openNewCustomer({ key, name, email }: PartnerShown): void {
  chosenPartner.set({ key, name, about: joinWithDots([email, key]) });
  open({ screen: "record", about: `customer ${key}` });
}

/** Who the partner is, what is owed in each currency and when, and what can be done. */
export function PartnerHead(props: {
  readonly partner: PartnerShown;
  readonly onEdit: () => void;
  readonly onArchive: () => void;
}) {
  const { key, email, group, joinedOn, status, archivedOn, test, balances } = props.partner;
  const isArchived = status === "archived";
  return (
    <>
      <p class="faint">
        {joinWithDots([
          email ?? "No e-mail",
          key,
          group,
          joinedOn && `joined ${text.day(joinedOn)}`,
        ])}{" "}
        {test && <Tag label="Test" />}
        {isArchived && (
          <Tag label={archivedOn ? `Archived on ${text.day(archivedOn)}` : "Archived"} />
        )}
      </p>
      <p class="faint">{payoutText(props.partner)}</p>
      <Codes partner={props.partner} onEdit={props.onEdit} />
      <dl class="balances">
        {balances.map(({ currency, owed, pending, held, estimatedPaymentOn: on }) => (
          <div key={currency}>
            <dt class="small faint">Owed in {currency}</dt>
            <dd>
              <span class="big figure">{text.money(owed, currency)}</span>
              <span class="block small faint">
                {joinWithDots([
                  on && `Estimated payment from ${text.day(on)}`,
                  Number(pending) !== 0 && `${text.money(pending, currency)} not reviewed`,
                  Number(held) !== 0 && `${text.money(held, currency)} more on hold`,
                ])}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <div class="buttons">
        <Button icon="plus" onClick={() => openManualReward(props.partner)}>
          Manual reward
        </Button>
        <Button onClick={() => openNewCustomer(props.partner)}>Add customer</Button>
      </div>
      <div class="buttons tight">
        <Button look="text" onClick={props.onEdit}>
          Edit
        </Button>
        <Button look="text" onClick={props.onArchive}>
          {isArchived ? "Bring back" : "Archive"}
        </Button>
      </div>
    </>
  );
}
