import { type Sentence, type Speech, wordsOf } from "./message";

/** How the sheet's own cells write values: as cells are typed, so that every locale reads them. */
const cellSpeech: Speech = {
  money: (decimal, currency) => `${decimal} ${currency}`,
  day: (day) => day,
  month: (month) => month,
  number: String,
  invoice: (month, currency) => `inv_${month}_${currency}`,
};

/** A sentence as a cell of the sheet says it to people; the program never reads it back. */
export const cellWords = (sentence: Sentence): string => wordsOf(sentence, cellSpeech);
