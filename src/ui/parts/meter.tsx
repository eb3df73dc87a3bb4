/** A bar that shows a part of a whole, next to the words for it. */
export function Meter(props: {
  readonly value: number;
  readonly most: number;
  readonly isOver: boolean;
}) {
  const { value, most, isOver } = props;
  const share = most === 0 ? 0 : Math.min(100, (100 * value) / most);
  return (
    <div class={isOver ? "meter over" : "meter"} aria-hidden="true">
      <div style={{ width: `${share}%` }} />
    </div>
  );
}
