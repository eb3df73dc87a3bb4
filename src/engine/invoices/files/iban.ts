const compact = (text: string): string => text.replace(/[\s.-]/g, "");

/** Two letters, two digits, and so many more as an IBAN has (ISO 13616); letters of any alphabet, since some look alike. */
export const looksLikeIban = (text: string): boolean =>
  /^\p{L}{2}\d{2}[\p{L}\d]{11,30}$/u.test(compact(text));

/** Whether an IBAN leaves 1 by 97, as each sound one does (ISO 7064). */
export function suitsItsCheckDigits(text: string): boolean {
  const iban = compact(text);
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
