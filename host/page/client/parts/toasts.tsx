import { useEffect, useState } from "preact/hooks";
import { client } from "../state/client-state";
import { usePart } from "../state/store";

/** How long a toast stays, as in Sheets, ms. */
const stay = 5_000;

/** Short messages of the script, at the lower right corner. */
export function Toasts() {
  const page = usePart(client, (state) => state.page);
  const [seen, setSeen] = useState<number | null>(null);
  const last = page?.toasts[page.toasts.length - 1];
  const lastId = last?.id ?? -1;
  const isOpen = page !== null;
  useEffect(() => {
    if (!isOpen) return;
    // Toasts from before this page was opened are old.
    if (seen === null) return setSeen(lastId);
    const timer = setTimeout(() => setSeen(lastId), stay);
    return () => clearTimeout(timer);
  }, [isOpen, lastId, seen]);
  const isNew = last !== undefined && seen !== null && last.id > seen;
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
