const BARS = ["a", "b", "c", "d", "e"];

/** Grey bars in place of what is loading; screen readers hear "Loading". */
export function Skeleton({ rows }: { readonly rows: 1 | 2 | 3 | 4 | 5 }) {
  return (
    <div role="status">
      <span class="unseen">Loading</span>
      {BARS.slice(0, rows).map((bar) => (
        <div class="skeleton" key={bar}>
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
