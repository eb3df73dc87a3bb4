import { text } from "../format/text";
import { useLoad } from "../state/use-load";

/** How many running drips there are, which a change does not reach by itself (TRIG-29). */
export function RunningDrips({ trigger }: { readonly trigger: string }) {
  const { output } = useLoad("list-triggers", { search: trigger });
  const running = output?.rows.find(({ key }) => key === trigger)?.runningDrips ?? 0;
  if (running === 0) return null;
  return (
    <p class="hint">
      {text.count(running, "running drip")}: where a change here could reach{" "}
      {running === 1 ? "it" : "them"}, saving asks first.
    </p>
  );
}
