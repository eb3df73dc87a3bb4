import { text } from "../format/text";
import { Button } from "../parts/button";
import { ListSearch } from "../parts/list-search";
import { Refusal } from "../parts/notice";
import { PageList } from "../parts/page-list";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";
import { asPage, usePages } from "../state/use-pages";
import { useSearch } from "../state/use-search";

/** Rows that changed since they were judged: judged again, or accepted as they are (JUDGE-20). */
export function ChangedRows(props: {
  readonly chosen: readonly string[];
  readonly onJudge: (key: string) => void;
}) {
  const { chosen, onJudge } = props;
  const search = useSearch("changed rows");
  const list = usePages("list-changed", { search: search.query }, asPage);
  const act = useAct("accept-changed");
  const accept = async (key: string) => {
    const reply = await act.start({ rows: [key] });
    if (!reply?.ok) return;
    showToast(
      `${key} is accepted as it is. What was made from it is kept; a refund counts so from the next run.`,
    );
    list.reload();
  };
  return (
    <section>
      <h2>Changed since processed</h2>
      {act.error && <Refusal error={act.error} />}
      <ListSearch
        search={search}
        id="changed-search"
        label="Find changed rows by key, day or what a cell says"
        hint="Key, day or cell"
        rows={list.total}
      />
      <PageList
        list={list}
        noun="row"
        icon="done"
        none={
          search.query === ""
            ? { title: "No changed rows", advice: "Choose any row below." }
            : { title: "No changed row matches", advice: "Try another word." }
        }
        row={({ table, key, on, changes }) => (
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
                label={`Process ${key} again`}
                onClick={() => onJudge(key)}
              >
                Process again
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
        )}
      />
    </section>
  );
}
