import { useEffect, useState } from "preact/hooks";
import { client } from "../state/client-state";
import { usePart } from "../state/store";

/** How long a toast stays, as in Sheets, ms. */
const stay = 5_000;

/** Short messages of the script, at the lower right corner. */
export function Toasts() {
  const toasts = usePart(client, ({ page }) => page?.toasts ?? []);
  const isOpen = usePart(client, ({ page }) => page !== null);
  const [seen, setSeen] = useState(Number.POSITIVE_INFINITY);
  const last = toasts[toasts.length - 1];
  const isNew = last !== undefined && last.id > seen;
  useEffect(() => {
    if (isOpen) setSeen(last?.id ?? -1);
  }, [isOpen]);
  useEffect(() => {
    if (last === undefined) return;
    const timer = setTimeout(() => setSeen(last.id), stay);
    return () => clearTimeout(timer);
  }, [last?.id]);
  return (
    <div class="toasts" role="status">
      {isNew && (
        <div class="toast">
          {last.title !== "" && <strong>{last.title}</strong>}
          <span>{last.text}</span>
          <button
            type="button"
            class="icon-button"
            aria-label="Close the message"
            onClick={() => setSeen(last.id)}
          >
            ✕
          </button>
        </div>
      )}
    </div>
  );
}
