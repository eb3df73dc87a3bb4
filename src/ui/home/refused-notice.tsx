import { useState } from "preact/hooks";
import { Button } from "../parts/button";
import { Notice, Refusal } from "../parts/notice";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";

/** Writes that Google refused: each is a problem in the list; here they are tried again, or given up (REFUSAL-1). */
export function RefusedNotice({ onDone }: { readonly onDone: () => void }) {
  const { isBusy, error, start } = useAct("settle-refused");
  const [isAsked, ask] = useState(false);
  const settle = async (choice: "try again" | "give up") => {
    const reply = await start({ choice });
    if (reply?.ok && choice === "give up") showToast("Given up. Activity says what it was.");
    onDone();
  };
  return (
    <Notice tone="warning">
      <p>
        {isAsked
          ? "Give them up? They will not be written. Activity keeps what they were."
          : "Google refused some writes. Each is in the list below, with how to allow it."}
      </p>
      <div class="buttons">
        {isAsked ? (
          <>
            <Button isBusy={isBusy} onClick={() => void settle("give up")}>
              Give up
            </Button>
            <Button onClick={() => ask(false)}>Keep them</Button>
          </>
        ) : (
          <>
            <Button isBusy={isBusy} onClick={() => void settle("try again")}>
              Try again
            </Button>
            <Button onClick={() => ask(true)}>Give up…</Button>
          </>
        )}
      </div>
      {error && <Refusal error={error} />}
    </Notice>
  );
}
