import { capitalize, joinWithDots } from "../format/words";
import { Icon } from "../parts/icon";
import { Tag } from "../parts/tag";
import { open } from "../shell/router";
import type { IndexedPartner } from "./partner-index";

/** One partner in the list; clicking opens it. */
export function PartnerRow({ partner }: { readonly partner: IndexedPartner }) {
  const [key, name, email, group, mark] = partner;
  return (
    <li>
      <button
        type="button"
        class="line partner-row"
        onClick={() => open({ screen: "partner", about: key })}
      >
        <span class="grow">
          <span class="line">
            <span class="strong cut">{name}</span>
            {mark && <Tag label={capitalize(mark)} />}
          </span>
          <span class="faint cut block">{joinWithDots([email || key, group])}</span>
        </span>
        <Icon name="next" />
      </button>
    </li>
  );
}
