import { useState } from "preact/hooks";
import { Button } from "../parts/button";
import { ListStates } from "../parts/list-states";
import { Refusal } from "../parts/notice";
import { Pager } from "../parts/pager";
import { say } from "../shell/toast";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import { text } from "../text";

/** The rows that changed since they were judged: judged again, or accepted as they are (product.md §5). */
export function ChangedRows(props: {
  readonly chosen: readonly string[];
  readonly onJudge: (key: string) => void;
}) {
  const { chosen, onJudge } = props;
  const [page, setPage] = useState(1);
  const list = useLoad("list-changed", { page });
  const act = useAct("accept-changed");
  const accept = async (key: string) => {
    const reply = await act.start({ rows: key });
    if (!reply?.ok) return;
    say(`${key} is accepted as it is; what was made of it stays.`);
    list.reload();
  };
  return (
    <section>
      <h2>Changed since judged</h2>
      {act.error && <Refusal error={act.error} />}
      <ListStates
        loaded={list}
        isEmpty={({ total }) => total === 0}
        icon="done"
        none={{ title: "No row changed", advice: "Choose any row below." }}
      >
        {(found) => (
          <>
            <ul class="card">
              {found.rows.map(({ table, key, on, changes }) => (
                <li class="drip" key={table + key}>
                  <p>
                    <b>{key}</b>{" "}
                    <span class="faint">
                      {table}, {text.day(on)}
                    </span>
                  </p>
                  {changes.map(({ column, was, now }) => (
                    <p key={column}>
                      {column}: {was || "blank"} → {now || "blank"}
                    </p>
                  ))}
                  <p class="line last">
                    <Button
                      look="text"
                      isBusy={chosen.includes(key)}
                      label={`Judge ${key} again`}
                      onClick={() => onJudge(key)}
                    >
                      Judge again
                    </Button>
                    <Button
                      look="text"
                      isBusy={act.isBusy}
                      label={`Accept ${key} as it is`}
                      onClick={() => void accept(key)}
                    >
                      Accept as it is
                    </Button>
                  </p>
                </li>
              ))}
            </ul>
            <Pager of={found} noun="row" onPage={setPage} />
          </>
        )}
      </ListStates>
    </section>
  );
}
