import { useEffect } from "preact/hooks";
import { FindingCard } from "../health/finding-card";
import { IconButton } from "../parts/button";
import { ListStates } from "../parts/list-states";
import { Refusal } from "../parts/notice";
import { catchFocus } from "../shell/focus";
import { ScreenFrame } from "../shell/screen-frame";
import { say } from "../shell/toast";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import { text } from "../text";

/** What the health check finds, question by question, each with its cell and what one click can do (product.md §8). */
export function Health() {
  const loaded = useLoad("check-health", {});
  const act = useAct("repair");
  const { output, isLoading, reload } = loaded;
  // What is repaired leaves the list, and takes the focus on it away.
  useEffect(() => {
    if (output) catchFocus();
  }, [output]);
  return (
    <ScreenFrame
      title="Health check"
      hasBack
      beside={<IconButton icon="reload" label="Check again" isOff={isLoading} onClick={reload} />}
    >
      {act.error && <Refusal error={act.error} />}
      <ListStates
        loaded={loaded}
        isEmpty={({ rows }) => rows.length === 0}
        icon="done"
        none={{
          title: "All is well",
          advice: "Every row has its cause, and every sum is that of its lines.",
        }}
      >
        {({ checks, rows, total }) => (
          <>
            {checks
              .filter(({ count }) => count > 0)
              .map(({ check, label, count }) => (
                <section key={check} aria-labelledby={check}>
                  <h2 id={check}>
                    {label} ({count})
                  </h2>
                  <ul class="card">
                    {rows
                      .filter((each) => each.check === check)
                      .map((finding) => (
                        <FindingCard
                          key={finding.id}
                          finding={finding}
                          isBusy={act.isBusy}
                          onRepair={async (how) => {
                            const reply = await act.start({ check, id: finding.id, how });
                            if (reply?.ok) say(`${reply.output.said}.`);
                            if (reply) reload();
                          }}
                        />
                      ))}
                  </ul>
                </section>
              ))}
            {total > rows.length && (
              <p class="faint">{text.count(total - rows.length, "more finding")} come up later.</p>
            )}
          </>
        )}
      </ListStates>
    </ScreenFrame>
  );
}
