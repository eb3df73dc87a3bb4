import { Icon } from "../parts/icon";

/** The other way to reward somebody, and how it differs (product.md §5). */
export function OtherDoor() {
  return (
    <details class="other-door">
      <summary class="line">
        Or add a customer and a transaction <Icon name="down" />
      </summary>
      <p>
        Is a sale missing? Add the customer and the transaction as rows of their tabs instead: the
        next run judges them, and your triggers make the rewards and drips.
      </p>
      <p>
        A manual reward fires no trigger: it pays exactly this amount, once, and counts no sale.
      </p>
    </details>
  );
}
