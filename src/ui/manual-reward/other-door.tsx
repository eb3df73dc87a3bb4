import { Icon } from "../parts/icon";

/** The other way to reward somebody, and how it differs (product.md §5). */
export function OtherDoor() {
  return (
    <details class="other-door">
      <summary class="line">
        Or add a customer and a transaction <Icon name="down" />
      </summary>
      <p>
        If the reward is for a sale that is missing, add the customer and the sale as rows on the
        Customers and Transactions tabs instead. The next run judges them, and your triggers make
        the rewards and drips, with the reasons kept.
      </p>
      <p>
        A manual reward fires no trigger: it pays exactly this amount, once, and counts no sale.
      </p>
    </details>
  );
}
