const strokes = {
  home: "M3.5 9 10 3.5 16.5 9v7.5h-4.5v-5h-4v5H3.5z",
  people:
    "M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.5 16c.3-2.6 2.3-4 5-4s4.7 1.4 5 4M13 4.4a2.5 2.5 0 0 1 0 4.7M14.5 12.2c1.7.5 2.8 1.8 3 3.8",
  drop: "M10 3c2.8 3.2 5 5.9 5 8.6A5 5 0 0 1 10 17a5 5 0 0 1-5-5.4C5 8.9 7.2 6.2 10 3Z",
  search: "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4",
  close: "m5 5 10 10M15 5 5 15",
  back: "M16.5 10h-13M9 4.5 3.5 10 9 15.5",
  warning: "M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.2v.2",
  hold: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM8.2 7.5v5M11.8 7.5v5",
  invoice: "M5 3h10v14l-2.5-1.5L10 17l-2.5-1.5L5 17zM7.8 7h4.4M7.8 10.5h4.4",
  review: "M4 10.5 8 14.5 16 6",
  circle: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z",
  done: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM6.8 10.2l2.3 2.3 4.2-4.7",
  down: "m5.5 8 4.5 4.5L14.5 8",
  up: "m5.5 12 4.5-4.5 4.5 4.5",
  next: "m8 5.5 4.5 4.5L8 14.5",
  previous: "M12 5.5 7.5 10l4.5 4.5",
  plus: "M10 4v12M4 10h12",
  more: "M4 5.5h12M4 10h12M4 14.5h12",
  trigger: "M11 2.5 4.5 11.5H10l-1 6L15.5 8.5H10z",
  chart: "M3.5 3.5v13h13M7 13V9.5M10.5 13V6.5M14 13V8.5",
  clock: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4.2l2.6 1.6",
  settings: "M3.5 6h5M12.5 6h4M3.5 14h2M9.5 14h7M10.5 4v4M7.5 12v4",
  sale: "M3 6.5h14v9H3zM3 9.5h14M6 13h3",
  wide: "M11.5 3.5h5v5M16.5 3.5 11 9M8.5 16.5h-5v-5M3.5 16.5 9 11",
  reload: "M16 10a6 6 0 1 1-1.8-4.3L16 7.5M16 3.5v4h-4",
} as const;

export type IconName = keyof typeof strokes;

/** An icon beside words; screen readers skip it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  );
}
