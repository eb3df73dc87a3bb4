import { parseCurrency } from "../../kernel/money";
import type { OwnTarget } from "./own-cells";

/** What a column of the file can become. A flag says yes or no to whether its header is true of the line; a file may have several. */
export const targets = [
  "key",
  "customer",
  "email",
  "name",
  "date",
  "time",
  "zone",
  "amount",
  "currency",
  "refundOf",
  "refunded",
  "refundedOn",
  "status",
  "kind",
  "flag",
  "product",
  "category",
  "partner",
  "code",
  "test",
] as const;
export type NamedTarget = (typeof targets)[number];
/** What a column of a form's answers can become: an answer that is shown, or how the applicant is paid (PARTNER-7). */
export const answerTargets = [
  "date",
  "name",
  "email",
  "code",
  "answer",
  "payoutMethod",
  "payeeName",
  "payeeType",
  "paymentEmail",
  "accountReference",
] as const;
export type AnswerTarget = (typeof answerTargets)[number];
/** What a column becomes: one of these, or a column of the team's own. */
export type Target = NamedTarget | AnswerTarget | OwnTarget;
/** Whether several columns of a file may become this. */
export const mayRepeat = (target: Target | null): boolean =>
  target === "flag" || target === "status" || target === "name" || target === "answer";

/**
 * What tools and teams call such a column, the best name first; compared without case, accents, blanks and marks. In
 * English, German, French, Spanish, Italian, Dutch and Portuguese.
 */
const names: Readonly<Record<NamedTarget, string>> = {
  key: "key id transactionid transactionkey transactionnumber orderid ordernumber ordernr invoiceid invoicenumber chargeid paymentid saleid transaction order invoice reference number receiptnumber transaktionsid transaktionsnummer bestellnummer bestellid auftragsnummer rechnungsnummer rechnungsnr belegnummer numerodecommande commande numerodefacture numerodepedido pedido numerodefactura factura ordine fattura ordernummer factuurnummer fatura nr no",
  customer:
    "customer customerkey customerid customernumber client clientid clientnumber buyer account accountid userid user kunde kundennummer kundennr kundenid kaufer auftraggeber idclient numeroclient acheteur cliente clienteid comprador acquirente klant klantnummer",
  email:
    "customeremail email emailaddress mail buyeremail billingemail fromemailaddress payeremail useremail emailadresse kundenemail mailadresse courriel adressemail correo correoelectronico emailadres",
  name: "customername name fullname clientname buyername company companyname kundenname firma nomduclient nomclient nom nombredelcliente nombrecliente nombre nomecliente nome ragionesociale klantnaam naam bedrijf firstname lastname vorname nachname prenom nomdefamille apellido apellidos cognome voornaam achternaam",
  date: "date createdat created createddate createdon transactiondate orderdate saledate paymentdate paidat paiddate paidon invoicedate purchasedate chargedate completedat processedat day when timestamp datetime datum bestelldatum rechnungsdatum zahlungsdatum buchungsdatum belegdatum kaufdatum auftragsdatum erstelltam erstellt bezahltam tag datedecommande datecommande datedepaiement datepaiement datedefacture datefacture datedevente creele fecha fechadepedido fechapedido fechadepago fechadecompra data datafattura datadopedido datadepagamento orderdatum besteldatum betaaldatum factuurdatum aangemaaktop",
  time: "time clocktime uhrzeit zeit heure hora ora tijd",
  zone: "timezone zone zeitzone fuseauhoraire zonahoraria fusoorario",
  amount:
    "amount total totalamount grandtotal ordertotal amountpaid grossamount gross saleamount price value revenue sum paid net netamount betrag gesamtbetrag bruttobetrag summe gesamt gesamtsumme umsatz preis brutto nettobetrag netto wert montant montanttotal montantttc totalttc prix importe importetotal precio monto valor valortotal importo importototale totale prezzo bedrag totaalbedrag totaal prijs",
  currency: "currency currencycode cur wahrung waehrung devise monnaie moneda divisa valuta moeda",
  refundOf:
    "refundof refundedtransaction originaltransaction originalid originaltransactionid originalorderid parentid parenttransaction referencetxnid erstattungvon remboursementde reembolsode rimborsodi",
  refunded:
    "amountrefunded refundedamount refundamount totalrefunded refunds refundtotal refunded isrefunded wasrefunded fullyrefunded erstattet erstatteterbetrag erstattungsbetrag ruckerstattung erstattung montantrembourse rembourse remboursement importereembolsado reembolsado reembolso importorimborsato rimborsato terugbetaald",
  refundedOn:
    "refundedat refundeddate refunddate refundedon erstattetam erstattungsdatum daterembourse datederemboursement fechadereembolso datarimborso datadoreembolso",
  status:
    "status paymentstatus state orderstatus financialstatus transactionstatus chargestatus zahlungsstatus bestellstatus statut etat statutdupaiement estado estadodelpago stato betaalstatus",
  kind: "type transactiontype kind eventtype reportingcategory typ art vorgang transaktionstyp tipo soort",
  flag: "disputed isdisputed chargeback chargedback ischargeback cancelled canceled iscancelled iscanceled voided isvoided isvoid storniert angefochten annule annulee litige cancelado anulado disputado annullato contestato geannuleerd betwist",
  product:
    "product productname productkey item itemname plan planname sku produkt artikel artikelname produktname produit article producto articulo prodotto articolo produto",
  category:
    "category categorykey productcategory producttype kategorie warengruppe categorie categoria",
  partner:
    "partner partnerkey partnerid partneremail affiliate affiliateid referrer referredby referral vermittler vermitteltvon empfohlenvon parrain affilie afiliado socio referidopor affiliato",
  code: "discountcode couponcode promocode promotioncode vouchercode coupon voucher code referralcode partnercode rabattcode gutscheincode gutschein codepromo codereduction codigodescuento codigodedescuento codigopromocional cupon codicesconto codigodedesconto kortingscode",
  test: "test istest testorder testmode testsale livemode islive mode testbestellung testkauf testzahlung commandedetest pedidodeprueba ordinediprova testbestelling pedidodeteste",
};
/** Says of a column of yes and no that a yes means a real sale, and a no a test. */
export const saysLive = (header: string): boolean => /^(is)?live/.test(plainHeader(header));

/** A part of a name: with the other part it is the whole. */
export const isNamePart = (header: string): boolean =>
  /^(firstname|lastname|vorname|nachname|prenom|nomdefamille|apellidos?|cognome|voornaam|achternaam)$/.test(
    plainHeader(header),
  );

/** Codes that are words, too: only brackets make them currencies. */
const WORDS = ["ALL", "TOP"];
/**
 * The code or sign of the one currency that a header names: "Amount (EUR)", "Betrag in €", "total_usd"; "" for none. A code is
 * written in capitals, or stands at an end of a name with underscores.
 */
export function currencyIn(header: string): string {
  const isSnake = header.includes("_");
  const inBrackets = [...header.matchAll(/[[(](?:in\s+)?([^\])]+)[)\]]/gi)].map(([, said]) => said);
  const words = header.split(/[^\p{L}\p{Sc}]+/u).filter(Boolean);
  const codes = words.filter(
    (word, at) =>
      !WORDS.includes(word.toUpperCase()) &&
      (/\p{Sc}/u.test(word) ||
        (/^[A-Z]{3}$/.test(word) && parseCurrency(word)) ||
        (isSnake && [0, 1, words.length - 1].includes(at) && parseCurrency(word))),
  );
  const bracketed = inBrackets.find((said = "") => parseCurrency(said) || /\p{Sc}/u.test(said));
  const all = new Set(bracketed === undefined ? codes : [bracketed.trim()]);
  return all.size === 1 ? ([...all][0] as string) : "";
}

/** A header as names are compared: without case, accents, blanks and marks; brackets, a currency and "UTC" aside. */
export const plainHeader = (header: string): string =>
  withoutCurrency(header)
    .normalize("NFKD")
    .replace(/[[(].*?[)\]]/g, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(MINOR, "")
    .replace(/(?<=.)(utc|gmt)$/, "");
/** "Amount in EUR" is the amount; a header that is nothing but a currency stays. */
function withoutCurrency(header: string): string {
  const said = currencyIn(header);
  const rest = said === "" ? header : header.replace(said, " ").replace(/\b(in|en)\s*$/i, "");
  return /\p{L}/u.test(rest) ? rest : header;
}

const MINOR = /(?<=.)(in)?(cents?|pence|minorunits?)$/;
/** Says that the amounts below are whole numbers of minor units: "amount_in_cents". */
export const saysMinor = (header: string): boolean =>
  /cents?\b|pence\b|minor.?units?/i.test(header.replace(/_/g, " "));

const ranks = new Map<string, { readonly target: NamedTarget; readonly rank: number }>();
for (const target of targets) {
  names[target].split(" ").forEach((name, rank) => {
    if (!ranks.has(name)) ranks.set(name, { target, rank });
  });
}

/** What a header says that its column is, and how good the name is (0 is best); undefined for an unknown one. */
export const knownHeader = (header: string) => ranks.get(plainHeader(header));
