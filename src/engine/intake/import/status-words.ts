/** What lines with a word in their status or kind become: sales, money given back, or nothing. */
export type Outcome = "sale" | "refund" | "out";

/**
 * Beginnings of words, without case and accents; the first that fits decides, so that "payment failed" is no sale: a word
 * of failing or giving back counts wherever it stands. In seven languages, as `header-names`.
 */
const beginnings: readonly (readonly [Outcome, RegExp])[] = [
  [
    "out",
    /\b(un ?paid|not paid|non ?paye|non ?regle|pas ?paye|unbezahlt|nicht|onbetaald|impa[gy]|no pagad|sin pagar|nao pag|never paid|not (approved|captured|completed|successful)|partially paid|in ?complete|in ?valid)/,
  ],
  [
    "out",
    /\b(fail|pending|cancel|decline|denied|expire|void|draft|incomplete|requires?|uncaptured|block|reject|on ?hold|hold|open|await|waiting|abandon|trash|deleted|scheduled|processing error|uncollect|past ?due|overdue|authori[sz]ed|test|error|storn|fehlge|ausstehend|offen|abge(lehnt|brochen)|entwurf|brouillon|borrador|annul|anulad|echou|en attente|refus|pendiente|fallid|rechazad|vencid|in attesa|fallit|annull|rifiutat|in afwachting|mislukt|geannuleerd|geweigerd|pendente|falhou|recusad)/,
  ],
  [
    "out",
    /^(payout|transfer|withdrawal|fee|adjustment|top ?up|deposit|reserve|auszahlung|gebuhr|uberweisung|virement|frais|retiro|comision|uitbetaling)/,
  ],
  [
    "refund",
    /\b(fully refunded|full refund|refund|charge ?back|disput|revers(?!e charge)|return(?!ing)|credit note|lost|erstatt|ruckerstatt|ruckbuchung|rucklastschrift|zuruck|gutschrift|rembours|litige|avoir$|reembols|devuelt|devolu|contracargo|rimbors|stornato|terugbet|estorn)/,
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

/** A word of money given back, also within a longer one: "Teilerstattung". */
const BACK =
  /refund|charge ?back|disput|erstatt|rembours|reembols|devol|devuel|rimbors|terugbet|return(?!ing)/;
const PART = /\b(partial|partly|partiel|parcial|parzial|teil(?!n)|gedeelte|deels)/;
const PAID = /paid|bezahlt|pay|pag|zahlung|betaald|regle/;
/** What leaves it open whether money that was asked back went back: "refund failed", "dispute won", "not refunded". */
const MAYBE =
  /\b(no|not|non|never|without|nicht|kein|ohne|pas|sans|sin|senza|niet|geen|nao|won|gewonnen|gagne|ganad|vint[ao])\b|able\b|fail|pending|request|declin|reject|denied|cancel|revers|initiat|open|await|abgelehnt|beantragt|fehlge|refus|demand|solicit|pendient/;

/** Says that a part of the sale was given back: how much, only another column tells. */
export function isPartlyRefunded(word: string): boolean {
  const plain = plainWord(word);
  return PART.test(plain) && (BACK.test(plain) || !PAID.test(plain));
}

const NO = /^(.+) (no|n|false|0|nein|falsch|non|faux|nao|nee|falso|onwaar|blank)$/;

/** What lines with this word are, or undefined where nobody can tell: a person says it then. */
export function outcomeOf(word: string): Outcome | undefined {
  const plain = plainWord(word);
  const [, head, no] = NO.exec(plain) ?? [];
  if (head && CAME_IN.test(head)) return no === "blank" ? undefined : "out";
  if (BACK.test(plain) && MAYBE.test(plain)) return undefined;
  if (PART.test(plain) && PAID.test(plain) && !BACK.test(plain)) return "out";
  return beginnings.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Headers that say that money was given back or nothing was sold: "Disputed at", "Refund Status", "Storniert am". */
const TAKEN_BACK =
  /^((is|was|fully) )?(refund(s|ed)?|charged? ?backs?|disputed?|disputes|cancell?ed|cancell?ation|void(ed)?|reversed|reversal|returned|storno|storniert|erstattet|erstattung|ruckerstatt(et|ung)|rembourse(e|ment)?|litige|annulee?|reembols(o|ado)|devuelto|anulad[oa]|contracargo|rimbors(o|ato)|contestato|annullato|terugbetaald|geannuleerd|betwist|estornado)( (at|on|date|time|utc|id|amount|reason|status|am|datum|betrag|grund|le))*$/;
/** Headers that say that money came in, by yes or no. */
const CAME_IN =
  /^((is|was) )?(paid|captured|settled|success(ful)?|completed?|approved|confirmed|cleared|bezahlt|payee?|reglee?|pagad[oa]|pagat[oa]|pago|betaald)$/;
const plainHead = (header: string): string => plainWord(header.replace(/[[(].*?[)\]]/g, " "));
export const saysTakenBack = (header: string): boolean => TAKEN_BACK.test(plainHead(header));
export const saysCameIn = (header: string): boolean => CAME_IN.test(plainHead(header));

/** No, or nothing: none, a dash, 0.00. */
export const saysNothing = (cell: string): boolean =>
  saysWhether(cell) === false ||
  /^([-–—/]|0([.,]0+)?|n\/?a|null|none|keine?|aucune?|ningun[oa]?|nessun[oa]?|geen)?$/i.test(cell);

/**
 * The word of a line's state that a column says whose header is such a word, "" for none: its header, where the cell is a
 * yes, a day, an amount or an id, else both ("Dispute Status: won"). Of *Paid* only a no or a blank says anything.
 */
export function stateBy(header: string, cell: string): string {
  if (saysCameIn(header))
    return cell === "" ? `${header}: blank` : saysNothing(cell) ? `${header}: no` : "";
  if (saysNothing(cell)) return "";
  return isFlagged(cell) || /\d/.test(cell) ? header : `${header}: ${cell}`;
}

/** Whether a line that is called so sums other lines up. */
export const saysTotal = (text: string): boolean =>
  /^((grand|sub|sous|zwischen) ?)?(totals?|totale|totaal|sum|summe|somme|suma|gesamt(summe|betrag)?|insgesamt)$/.test(
    plainWord(text),
  );

/** What tools write where a key or a name is not known: many such lines are not one and the same customer. */
export const saysNobody = (text: string): boolean =>
  text === "" ||
  /^([-–—]+|n\/a|null|none|undefined|nan|guest( (customer|checkout|user))?|gast|anonymous|[(<[](none|blank|null|not set|unknown)[)>\]])$/i.test(
    text,
  );
