import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import { Tag } from "../parts/tag";
import { open } from "../shell/router";
import type { Figures } from "./partner-figures";
import type { IndexedPartner } from "./partner-index";

/** One partner in the list, with what is owed and the last sale; clicking opens it, ticking chooses it. */
export function PartnerRow(props: {
  readonly partner: IndexedPartner;
  readonly figures: Figures | undefined;
  readonly isTicked: boolean;
  readonly onTick: () => void;
}) {
  const { partner, figures, isTicked, onTick } = props;
  const [key, name, email, group, mark] = partner;
  const [, lastSale = "", owed = []] = figures ?? [];
  const sums = joinWithDots(owed.map(([amount, currency]) => text.money(amount, currency)));
  return (
    <li class="pick-row">
      <input type="checkbox" aria-label={`Choose ${name}`} checked={isTicked} onChange={onTick} />
      <button
        type="button"
        class="partner-row grow"
        onClick={() => open({ screen: "partner", about: key })}
      >
        <span class="line">
          <span class="strong">{name}</span>
          {mark && <Tag label={mark} />}
          {owed.length === 1 && <span class="figure">{sums}</span>}
        </span>
        <span class="faint block">{email || key}</span>
        {owed.length > 1 && <span class="block">{sums}</span>}
        <span class="faint small block">
          {joinWithDots([group, lastSale && `Last sale ${text.day(lastSale)}`])}
        </span>
      </button>
    </li>
  );
}
