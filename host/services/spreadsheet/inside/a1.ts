import type { Place } from "./context";

/** "AA" for 27. */
export const letters = (column: number): string => {
  let text = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
};

/** "B2" or "B2:C9". */
export const a1 = (place: Place): string => {
  const from = `${letters(place.column)}${place.row}`;
  if (place.rows === 1 && place.columns === 1) return from;
  return `${from}:${letters(place.column + place.columns - 1)}${place.row + place.rows - 1}`;
};
