/** What lines with a word in their status or kind become: sales, money given back, or nothing. */
export type Outcome = "sale" | "refund" | "out";

/**
 * Beginnings of words, without case and accents; the first that fits decides, so that "payment failed" is no sale: a word
 * of failing or giving back counts wherever it stands. In seven languages, as `header-names`.
 */
const beginnings: readonly (readonly [Outcome, RegExp])[] = [
  [
    "out",
    /\b(un ?paid|not paid|non ?paye|unbezahlt|nicht|onbetaald|impag|no pagad|nao pag|partially paid|in ?complete|in ?valid)/,
  ],
  [
    "out",
    /\b(fail|pending|cancel|decline|denied|expire|void|draft|incomplete|requires?|uncaptured|block|reject|on ?hold|hold|open|await|waiting|abandon|trash|deleted|scheduled|processing error|uncollect|past ?due|overdue|authori[sz]ed|test|error|storn|fehlge|ausstehend|offen|abge(lehnt|brochen)|entwurf|annul|echou|en attente|refus|pendiente|fallid|rechazad|vencid|in attesa|fallit|annull|rifiutat|in afwachting|mislukt|geannuleerd|geweigerd|pendente|falhou|recusad)/,
  ],
  [
    "out",
    /^(payout|transfer|withdrawal|fee|adjustment|top ?up|deposit|reserve|auszahlung|gebuhr|uberweisung|virement|frais|retiro|comision|uitbetaling)/,
  ],
  [
    "refund",
    /\b(fully refunded|full refund|refund|charge ?back|disput|revers|return|credit note|lost|erstatt|ruckerstatt|ruckbuchung|zuruck|gutschrift|rembours|reembols|devuelt|devolu|contracargo|rimbors|stornato|terugbet|estorn)/,
  ],
  [
    "sale",
    /^(paid( in full)?$|paye[des]{0,2}$|payment( (received|complete|succe|confirm|accept|captur|settle)|s?$)|succe|complete|captur|settle|fulfil|ok$|approved|confirmed|closed|(charge|sale|order|purchase|invoice)s?( (paid|complete|succe|captur))?[a-z]*$|success|done|shipped|delivered|bezahlt|abgeschlossen|erfolg|bestatigt|verkauf$|zahlung( (eingegangen|erhalten))?$|versandt|eingegangen|regle|termin|valid|vente|reussi|pagad|completad|exitos|venta|cobrad|pagat|completat|riuscit|vendita|betaald|voltooid|geslaagd|verkoop|pag[oa]|concluid|aprovad|venda|yes$|true$|ja$)/,
  ],
];

export const plainWord = (word: string): string =>
  word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^wc /, "");

/** What a cell says of whether a sale was given back, where a column says it by yes or no; undefined for any other word. */
export function saysWhether(word: string): boolean | undefined {
  const plain = plainWord(word);
  if (/^(yes|y|true|ja|wahr|oui|vrai|si|sim|verdadero|vero|verdadeiro|waar|x)$/.test(plain))
    return true;
  return /^(no|n|false|nein|falsch|non|faux|nao|nee|falso|onwaar)$/.test(plain) ? false : undefined;
}

/** Whether a flag's cell says yes: in words, or by the number that some tools write. */
export const isFlagged = (word: string): boolean => saysWhether(word) === true || word === "1";
/** Whether a line is a test: "yes", 1, "test", "sandbox"; "live" is none. Undefined for any other word. */
export function saysTest(word: string): boolean | undefined {
  if (isFlagWord(word)) return isFlagged(word);
  const plain = plainWord(word);
  if (/^(test|sandbox)/.test(plain)) return true;
  return /^(live|production|real)/.test(plain) ? false : undefined;
}
export const isFlagWord = (word: string): boolean =>
  saysWhether(word) !== undefined || word === "0" || word === "1";

/** Says that a part of the sale was given back: how much, only another column tells. */
export const isPartlyRefunded = (word: string): boolean =>
  /^(partial|partly|teil|parti|parcial|gedeeltelijk)/.test(plainWord(word)) &&
  !/paid|bezahlt|pay|pag/.test(plainWord(word));

/** What lines with this word are, or undefined where nobody can tell: a person says it then. */
export const outcomeOf = (word: string): Outcome | undefined =>
  beginnings.find(([, pattern]) => pattern.test(plainWord(word)))?.[0];
