import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { errorAt } from "../form/field-errors";
import { PlainField } from "../form/plain-field";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";

type Reward = NonNullable<Output<"explain-reward">["reward"]>;

/** Puts a reward's amount right: it counts at once, or, once its invoice is final, as a line on hold (EDIT-3, EDIT-4). */
export function AmountForm(props: { readonly reward: Reward; readonly onDone: () => void }) {
  const { key: reward, currency } = props.reward;
  const [typed, setTyped] = useState("");
  const act = useAct("set-reward-amount");
  const fault = errorAt(act.error, "amount");
  const change = async (amount: string | number) => {
    const reply = await act.start({ reward, amount, currency });
    if (!reply?.ok) return;
    const { from, to, line } = reply.output;
    setTyped("");
    const money = (of: typeof from) => text.money(of.text, currency);
    if (line)
      showToast(
        `Its invoice is final, so it stays ${money(to)}. The difference of ${money(line)} waits on hold for you to approve.`,
      );
    else if (from.amount === to.amount) showToast(`Nothing changed: it is ${money(to)} already.`);
    else
      showToast(`${money(from)} is now ${money(to)}.`, {
        label: "Undo",
        // A number is read alike in every locale.
        go: () => void change(Number(from.text)),
      });
    props.onDone();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void change(typed);
      }}
    >
      <div class="beside">
        <PlainField
          id="reward-amount"
          label={`Right amount in ${currency}`}
          error={fault}
          value={typed}
          onValue={setTyped}
        />
        <Button type="submit" isBusy={act.isBusy}>
          Change amount
        </Button>
      </div>
      {act.error && !fault && <Refusal error={act.error} />}
    </form>
  );
}
