import type { Place } from "./context";

/** "AA" for 27. */
export const letters = (column: number): string => {
  let text = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
};

/** "B2", "B2:C9", or "D:F" and "2:3" where the range was named so. */
export const a1 = (place: Place): string => {
  const right = letters(place.column + place.columns - 1);
  const bottom = place.row + place.rows - 1;
  if (place.whole === "columns") return `${letters(place.column)}:${right}`;
  if (place.whole === "rows") return `${place.row}:${bottom}`;
  const from = `${letters(place.column)}${place.row}`;
  return place.rows === 1 && place.columns === 1 ? from : `${from}:${right}${bottom}`;
};
