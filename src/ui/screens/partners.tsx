import { PartnerCard } from "../partners/partner-card";
import { Empty } from "../parts/empty";
import { Refusal } from "../parts/notice";
import { Pager } from "../parts/pager";
import { SearchBox } from "../parts/search-box";
import { Skeleton } from "../parts/skeleton";
import { ScreenFrame } from "../shell/screen-frame";
import { useKept } from "../state/store";
import { useLoad } from "../state/use-load";
import { useSettled } from "../state/use-settled";

/** Finds a partner by name, e-mail or key. */
export function Partners() {
  const [search, setSearch] = useKept("partners search", "");
  const [page, setPage] = useKept("partners page", 1);
  const settled = useSettled(search, 250);
  const list = useLoad("find-partners", { search: settled, page });
  const partners = list.output;
  return (
    <ScreenFrame title="Partners">
      <SearchBox
        id="partners-search"
        label="Find a partner by name, e-mail or key"
        hint="Name, e-mail or key"
        value={search}
        onValue={(value) => {
          setSearch(value);
          setPage(1);
        }}
      />
      {list.error && <Refusal error={list.error} onRetry={list.reload} isBusy={list.isLoading} />}
      {!partners && list.isLoading && <Skeleton rows={5} />}
      {partners && partners.total === 0 && !list.error && (
        <Empty icon="people" title={settled === "" ? "No partners yet" : "No partner found"}>
          <p>
            {settled === ""
              ? "Add the first one as a row on the Partners tab."
              : "Look for a part of the name, the e-mail or the key."}
          </p>
        </Empty>
      )}
      {partners && partners.total > 0 && (
        <div class={list.isLoading ? "stale" : undefined} aria-busy={list.isLoading}>
          <ul class="card">
            {partners.rows.map((partner) => (
              <PartnerCard key={partner.key} partner={partner} />
            ))}
          </ul>
          <Pager of={partners} noun="partner" onPage={setPage} />
        </div>
      )}
    </ScreenFrame>
  );
}
