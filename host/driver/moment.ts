import { serialToEpoch } from "../workbook";

const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Epoch ms of a Date, a number, an ISO text, or a day, which is its noon in the given zone. */
export const epochOf = (moment: Date | string | number, zone: string): number => {
  if (typeof moment === "number") return moment;
  if (moment instanceof Date) return moment.getTime();
  const match = day.exec(moment);
  const epoch =
    match === null
      ? Date.parse(moment)
      : serialToEpoch(Date.parse(`${moment}T12:00:00Z`) / 86_400_000 + 25_569, zone);
  if (Number.isNaN(epoch)) throw new Error(`"${moment}" is neither a day nor a point in time.`);
  return epoch;
};
