import { useEffect } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { FindingCard } from "../health/finding-card";
import { IconButton } from "../parts/button";
import { ListSearch } from "../parts/list-search";
import { Refusal } from "../parts/notice";
import { PageList } from "../parts/page-list";
import { showToast } from "../parts/toast";
import { restoreFocus } from "../shell/focus";
import { ScreenFrame } from "../shell/screen-frame";
import { useAct } from "../state/use-act";
import { asPage, usePages } from "../state/use-pages";
import { useSearch } from "../state/use-search";

type Finding = Output<"check-health">["rows"][number];

/** Each check with the index of its first finding. */
function checksFrom(checks: Output<"check-health">["checks"]) {
  let next = 0;
  return checks.map((each) => {
    const first = next;
    next += each.count;
    return { ...each, first };
  });
}

/** The findings of the health check by check, each with its cell and one-click repairs (RUN-16, RUN-17). */
export function Health() {
  const search = useSearch("health");
  const list = usePages("check-health", { search: search.query }, asPage);
  const act = useAct("repair");
  const { output, isLoading, reload } = list;
  const card = (finding: Finding) => (
    <FindingCard
      key={finding.id}
      finding={finding}
      isBusy={act.isBusy}
      onRepair={async (how) => {
        const { check, id } = finding;
        const reply = await act.start({ check, id, how });
        if (reply?.ok) showToast(`${text.said(reply.output.said)}.`);
        if (reply) reload();
      }}
    />
  );
  // A repaired finding leaves the list, and may take the focus with it.
  useEffect(() => {
    if (output) restoreFocus();
  }, [output]);
  return (
    <ScreenFrame
      title="Health check"
      beside={<IconButton icon="reload" label="Check again" isOff={isLoading} onClick={reload} />}
    >
      {act.error && <Refusal error={act.error} />}
      <ListSearch
        search={search}
        id="health-search"
        label="Find by tab, key or what is wrong"
        hint="Tab, key or what is wrong"
        rows={list.total}
      />
      <PageList
        list={list}
        noun="finding"
        icon="done"
        none={
          search.query === ""
            ? {
                title: "Everything is fine",
                advice: "Every row has its cause, and every total matches its lines.",
              }
            : { title: "No finding matches", advice: "Try another word." }
        }
        groups={(rows, from) =>
          (output ? checksFrom(output.checks) : []).map(({ check, label, count, first }) => {
            const own = rows.filter((each) => each.check === check);
            if (own.length === 0) return null;
            const isContinued = first < from;
            return (
              <section key={check} class={isContinued ? "continued" : undefined} aria-label={label}>
                {!isContinued && (
                  <h2>
                    {label} ({text.number(count)})
                  </h2>
                )}
                <ul class="card">{own.map(card)}</ul>
              </section>
            );
          })
        }
      />
    </ScreenFrame>
  );
}
