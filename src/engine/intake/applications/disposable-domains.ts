/** The best known services that give anybody a mailbox for minutes; none of these names a person or a company. */
const known = new Set(
  (
    "10minutemail.com 10minutemail.net 33mail.com anonbox.net armyspy.com burnermail.io byom.de cuvox.de dayrep.com " +
    "discard.email discardmail.com dispostable.com dropmail.me einrot.com emailondeck.com fakeinbox.com fakemail.net " +
    "fleckens.hu getairmail.com getnada.com grr.la guerrillamail.biz guerrillamail.com guerrillamail.de " +
    "guerrillamail.info guerrillamail.net guerrillamail.org guerrillamailblock.com gustr.com harakirimail.com " +
    "inboxkitten.com incognitomail.org jetable.org jourrapide.com mailcatch.com maildrop.cc mailinator.com " +
    "mailnesia.com mailnull.com mailsac.com mintemail.com moakt.com mohmal.com muellmail.com mytemp.email " +
    "pokemail.net rhyta.com sharklasers.com spam4.me spamgourmet.com superrito.com teleworm.us temp-mail.io " +
    "temp-mail.org tempail.com tempinbox.com tempmail.com tempmail.net tempmailo.com tempr.email throwawaymail.com " +
    "tmpmail.net tmpmail.org trashmail.com trashmail.de trashmail.net wegwerfemail.de wegwerfmail.de yopmail.com " +
    "yopmail.fr yopmail.net"
  ).split(" "),
);

/** Whether a domain, or the one that it belongs to, gives out throw-away addresses. */
export const isDisposable = (domain: string): boolean =>
  domain.split(".").some((_, at, parts) => known.has(parts.slice(at).join(".")));
