import type { Output } from "../../engine/contract/contract";
import type { Sentence } from "../../engine/kernel/message";
import type { Choice, SearchResult } from "../form/choice";
import { Picker } from "../form/picker";
import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import { useLoad } from "../state/use-load";

/** A sale as a choice, with the amount that can still be refunded. */
export interface SaleChoice extends Choice {
  readonly currency: string;
  readonly kept: string;
}

/** A sale that was found, as a choice. */
export const saleChoice = (sale: Output<"find-sales">["rows"][number]): SaleChoice => {
  const { key, customerName, amount, kept, currency, date, product } = sale;
  const about = joinWithDots([text.day(date), product, key]);
  return { key, name: `${text.money(amount, currency)}, ${customerName}`, about, currency, kept };
};

/** Searches the sale to refund by customer, product, amount, day or key. */
export function SaleField(props: {
  readonly id: string;
  readonly chosen: SaleChoice | undefined;
  readonly error: Sentence | undefined;
  readonly onChoose: (choice: SaleChoice | undefined) => void;
}) {
  const known = new Map<string, SaleChoice>();
  const useFound = (search: string, isWanted: boolean): SearchResult => {
    const { output, error, isLoading } = useLoad("find-sales", { search }, isWanted);
    const choices = output?.rows.slice(0, 20).map(saleChoice);
    for (const choice of choices ?? []) known.set(choice.key, choice);
    return { choices, error, isLoading };
  };
  return (
    <Picker
      {...props}
      label="Sale"
      isOptional={false}
      placeholder="Customer, product, amount or key"
      useSearchResult={useFound}
      onChoose={(choice) => props.onChoose(choice && known.get(choice.key))}
    />
  );
}
