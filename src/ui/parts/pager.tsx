import { text } from "../text";
import { IconButton } from "./button";
import { pageSpan } from "./page-span";

/** Which rows of how many are shown, and the way to the others. Nothing where all are shown. */
export function Pager(props: {
  readonly of: {
    readonly page: number;
    readonly pages: number;
    readonly total: number;
    readonly rows: readonly unknown[];
  };
  readonly noun: string;
  readonly onPage: (page: number) => void;
}) {
  const { of, noun, onPage } = props;
  if (of.pages <= 1) return <p class="faint">{text.count(of.total, noun)}</p>;
  return (
    <nav class="pager" aria-label="Pages">
      <span>{pageSpan(of.page, of.pages, of.rows.length, of.total)}</span>
      <IconButton
        icon="previous"
        label="Previous page"
        isOff={of.page <= 1}
        onClick={() => onPage(of.page - 1)}
      />
      <IconButton
        icon="next"
        label="Next page"
        isOff={of.page >= of.pages}
        onClick={() => onPage(of.page + 1)}
      />
    </nav>
  );
}
