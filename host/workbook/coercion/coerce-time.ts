const clock = /^(\d{1,4}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?(?: ?([ap])\.?m\.?)?$/i;

/** A time of day or a duration as typed ("07:00", "7:05:30 pm", "36:00:00"), as a part of a day. */
export function coerceTime(
  text: string,
): { readonly value: number; readonly format: string } | null {
  const match = clock.exec(text);
  if (match === null) return null;
  const [, hourText, minuteText, secondText, milliText, half] = match;
  const minute = Number(minuteText);
  const second = Number(secondText ?? 0) + Number(milliText ?? 0);
  let hour = Number(hourText);
  if (minute > 59 || second >= 60 || (half !== undefined && (hour < 1 || hour > 12))) return null;
  if (half !== undefined) hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  const value = (hour * 3600 + minute * 60 + second) / 86_400;
  const seconds = secondText === undefined ? "" : ":ss";
  if (hour >= 24) return { value, format: `[h]:mm${seconds}` };
  return { value, format: half === undefined ? `h:mm${seconds}` : `h:mm${seconds} am/pm` };
}
