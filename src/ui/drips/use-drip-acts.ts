import type { Output, Reply } from "../../engine/contract/contract";
import { text } from "../format/text";
import { showToast, type ToastAction } from "../parts/toast";
import { useAct } from "../state/use-act";

type Answer = Reply<"pause-drip"> | Reply<"withdraw-end"> | Reply<"skip-occurrence">;

/** The acts on one drip. Each shows a toast of what it did, with an undo where there is one. */
export function useDripActs(drip: string, reload: () => void) {
  const pausing = useAct("pause-drip");
  const resuming = useAct("resume-drip");
  const skipping = useAct("skip-occurrence");
  const withdrawing = useAct("withdraw-end");
  const trusting = useAct("trust-drip");
  const continuing = useAct("continue-drip");
  const all = [pausing, resuming, skipping, withdrawing, trusting, continuing];
  const done = (
    reply: Answer | Reply<"trust-drip"> | undefined,
    sentence: string,
    action?: ToastAction,
  ) => {
    if (!reply?.ok) return;
    showToast(sentence, action);
    reload();
  };
  /** Resumes the drip. Answers with a question if something fell due in the meantime and a choice is needed. */
  const resume = async (
    fellDue?: "make" | "forfeit",
  ): Promise<Output<"resume-drip"> | undefined> => {
    const reply = await resuming.start({ drip, ...(fellDue ? { fellDue } : {}) });
    if (!reply?.ok) return undefined;
    if (!reply.output.resumed) return reply.output;
    showToast("Resumed with its original dates.", { label: "Pause", go: () => void pause() });
    reload();
    return undefined;
  };
  const pause = async () =>
    done(await pausing.start({ drip }), "Paused: no rewards are made until you resume it.", {
      label: "Resume",
      go: () => void resume(),
    });
  const skip = async (occurrence: number, due: string, undo: boolean): Promise<void> =>
    done(
      await skipping.start({ drip, occurrence, undo }),
      `The occurrence of ${text.day(due)} is ${undo ? "no longer skipped" : "skipped"}.`,
      { label: "Undo", go: () => void skip(occurrence, due, !undo) },
    );
  return {
    isBusy: all.some(({ isBusy }) => isBusy),
    error: all.find(({ error }) => error)?.error,
    pause,
    resume,
    skip,
    withdraw: async () =>
      done(await withdrawing.start({ drip }), "The end is withdrawn: the drip keeps running."),
    trust: async () =>
      done(await trusting.start({ drip }), "Trusted: new rewards are pending, not on hold."),
    /** What would be continued; with `confirmed`, what was continued. */
    continueDrip: async (confirmed: boolean): Promise<Output<"continue-drip"> | undefined> => {
      const reply = await continuing.start({ drip, confirmed });
      return reply?.ok ? reply.output : undefined;
    },
  };
}
