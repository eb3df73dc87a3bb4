import { text } from "../format/text";
import { useLoad } from "../state/use-load";

/** How many running drips a change leaves unchanged (TRIG-29). */
export function RunningDrips({ trigger }: { readonly trigger: string }) {
  const { output } = useLoad("list-triggers", { search: trigger });
  const running = output?.rows.find(({ key }) => key === trigger)?.runningDrips ?? 0;
  if (running === 0) return null;
  return (
    <p class="hint">
      {text.count(running, "running drip keeps the terms it", "running drips keep the terms they")}{" "}
      started with, whatever you change here.
    </p>
  );
}
