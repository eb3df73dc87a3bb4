import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { open } from "../shell/router";

/** The alternative to a manual reward, and how it differs (REWARD-21). */
export function RecordInstead() {
  return (
    <details class="record-instead">
      <summary class="line">
        Or record the customer and the sale <Icon name="down" />
      </summary>
      <p>
        Is a sale missing? Record it instead: the next run processes it, and your triggers make the
        rewards and drips.
      </p>
      <p>
        A manual reward runs no triggers: it pays exactly this amount, once, and records no sale.
      </p>
      <div class="buttons">
        <Button onClick={() => open({ screen: "record", about: "sale" })}>Record sale</Button>
        <Button onClick={() => open({ screen: "record", about: "customer" })}>Add customer</Button>
      </div>
    </details>
  );
}
