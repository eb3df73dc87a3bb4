import type { Output } from "../../engine/contract";
import { chosenPartner, partnerChoice } from "../manual-reward/chosen-partner";
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { Tag } from "../parts/tag";
import { open } from "../shell/router";

export type FoundPartner = Output<"find-partners">["rows"][number];

/** One partner; unfolded, its key and what can be done for it. */
export function PartnerCard({ partner }: { readonly partner: FoundPartner }) {
  const { key, name, email, group, status, test } = partner;
  const reward = () => {
    chosenPartner.set(partnerChoice(partner));
    open({ screen: "manual-reward" });
  };
  return (
    <li>
      <details class="partner">
        <summary class="line">
          <span class="grow">
            <span class="line">
              <span class="strong cut">{name}</span>
              {test && <Tag label="Test" />}
              {status === "archived" && <Tag label="Archived" />}
            </span>
            <span class="faint cut block">{email ?? "No e-mail"}</span>
          </span>
          <Icon name="down" />
        </summary>
        <dl class="pairs">
          <dt class="faint">Key</dt>
          <dd>{key}</dd>
          <dt class="faint">Group</dt>
          <dd>{group ?? "None"}</dd>
        </dl>
        <div class="buttons">
          <Button onClick={reward} label={`Manual reward for ${name}`}>
            Manual reward
          </Button>
          <Button
            onClick={() => open({ screen: "drips", about: email ?? name })}
            label={`Drips of ${name}`}
          >
            Drips
          </Button>
        </div>
      </details>
    </li>
  );
}
